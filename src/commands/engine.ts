import { isDeepStrictEqual } from 'node:util';
import { civilDateOf, type CivilDate, type Instant } from '../domain/calendar/civil-date';
import { rolesAt, type Role } from '../domain/permissions';
import type {
  AgendaWish,
  Beginning,
  Context,
  Decision,
  ProcedureState,
  Seat,
  Standing,
  Tally,
  Unattended,
} from '../domain/procedure/model';
import type { BodyKind } from '../domain/organisation';
import { isRefusal, refuse, type Refusal } from '../domain/refusal';
import { deriveId } from '../contract/ids';
import { workflowIdOf } from '../contract/messages/course';
import type {
  ActionOrder,
  BeginOrder,
  CommandActor,
  CourseAnswer,
  CourseReport,
  LookOrder,
  OpenOrder,
  TimerOrder,
} from '../contract/messages/course';
import type { Clock } from '../ports/clock';
import type { Ledger, Step, StoredProcedure, Unit } from '../ports/ledger';
import { changeOf, type Kept } from './change';
import { createKeeper, GENESIS } from './chain';
import { checkReferences, named } from './references';
import { definitionOf, type AnyDefinition } from './registry';
import { digestsIn } from './texts';

/** Steps of procedures, each one transaction: facts checked, events chained, read model and notices written, or nothing at all. */
export interface Commands {
  /** Begins a procedure. The same order again gives the first answer. */
  begin(order: BeginOrder): Promise<CourseAnswer>;
  /** Opens a procedure by itself, on nobody's word. The same order again gives the first answer. */
  open(order: OpenOrder): Promise<CourseAnswer>;
  /** Carries out an action. The same step again gives the first answer, also when that was a refusal. */
  execute(order: ActionOrder): Promise<CourseAnswer>;
  /** Does what a procedure does by itself when a moment has come; nothing when it is no longer due. */
  elapse(order: TimerOrder): Promise<CourseReport>;
  /** Receives the messages that wait for the procedure, each in a step of its own, and gives where it then stands. */
  catchUp(order: LookOrder): Promise<CourseReport>;
}

/** The name of the step that begins a procedure. */
export const BEGIN_STEP = 'begin';

/**
 * The commands over a ledger. Where the business clock is a training clock, it gives the moment of every step and not the caller, who may
 * not have heard yet that it was moved; each answer tells how far it is ahead.
 */
export function createCommands(ledger: Ledger, clock?: Pick<Clock, 'offset'>): Commands {
  const timed = async <O extends { readonly now: Instant }, A extends CourseAnswer>(
    order: O,
    step: (order: O) => Promise<A>,
  ): Promise<A> => {
    const clockOffset = (await clock?.offset()) ?? null;
    if (clockOffset === null) return step(order);
    const answer = await step({ ...order, now: Date.now() + clockOffset });
    return isRefusal(answer) ? answer : { ...answer, clockOffset };
  };
  return {
    begin: (given) => timed(given, (order) => ledger.transact(stepOf(order, BEGIN_STEP), (unit) => begin(unit, order))),
    open: (given) => timed(given, (order) => ledger.transact(stepOf(order, BEGIN_STEP), (unit) => open(unit, order))),
    execute: (given) =>
      timed(given, (order) => ledger.transact(stepOf(order, order.step), (unit) => execute(unit, order))),
    elapse: (given) =>
      timed(given, (order) => ledger.transact(stepOf(order, timerStep(order)), (unit) => elapse(unit, order))),
    async catchUp(given) {
      const report = await timed(given, (order) => catchUp(ledger, order));
      if (report.clockOffset !== undefined) await ledger.clockHeard(given.procedureId, report.clockOffset);
      return report;
    },
  };
}

/** A moment may be moved away and back again: what it brings is asked for anew where the record has gone on meanwhile. */
function timerStep({ timer: { key, at }, version }: TimerOrder): string {
  return `timer/${key}@${at}#${version}`;
}

function stepOf({ workflowId }: { workflowId: string }, step: string): Step {
  return { workflowId, step };
}

async function begin(unit: Unit, order: BeginOrder): Promise<CourseAnswer> {
  const { kind, organisationId, actor, now } = order;
  const definition = definitionOf(kind);
  const organisation = await unit.organisation(organisationId);
  if (!organisation) return refuse('organisation.unknown', null, { organisationId });
  const roles = await rolesOf(unit, actor, organisation.path, now);
  if (!roles || !definition.startedBy.some((role) => roles.includes(role)))
    return refuse('procedure.not-entitled', null, { action: 'start', entitled: definition.startedBy.join(', ') });
  const unknown = await checkReferences(unit, order.input, organisationId);
  return unknown ?? opened(unit, order, { organisation, roles, actor });
}

/** What the service opens by itself nobody began, and nobody's roles are asked for. */
async function open(unit: Unit, order: OpenOrder): Promise<CourseAnswer> {
  const organisation = await unit.organisation(order.organisationId);
  if (!organisation) return refuse('organisation.unknown', null, { organisationId: order.organisationId });
  return opened(unit, order, { organisation, roles: [], actor: null });
}

interface Opening {
  readonly organisation: NonNullable<Awaited<ReturnType<Unit['organisation']>>>;
  readonly roles: readonly Role[];
  readonly actor: CommandActor | null;
}

async function opened(unit: Unit, order: OpenOrder, { organisation, roles, actor }: Opening): Promise<CourseAnswer> {
  const { procedureId, kind, organisationId, now } = order;
  const definition = definitionOf(kind);
  const keeper = createKeeper();
  const agenda = await agendaIn(unit, order.input, NO_WISH, organisationId);
  const by = { ...order, actor: actor ?? NOBODY };
  const context = await contextOf(unit, { order: by, step: BEGIN_STEP, roles, keep: keeper.keep, agenda });
  const { path, lineage } = organisation;
  const beginning: Beginning = {
    organisationId,
    lineage,
    rulebook: await unit.rulebook(path, definition.rulesOn(order.input as never, context.today)),
    roster: await rosterOf(unit, definition.body(order.input as never), organisationId, context.today),
  };
  const decision = definition.begin(order.input as never, beginning, context);
  if (isRefusal(decision)) return decision;
  const before: StoredProcedure = {
    id: procedureId,
    kind,
    organisationId,
    organisationPath: organisation.path,
    title: '',
    version: 0,
    headHash: GENESIS,
    state: null,
    status: 'open',
    startedById: actor?.accountId ?? null,
    startedAt: now,
    closedAt: null,
  };
  const kept = { texts: keeper.kept, known: new Map<string, string | null>() };
  return record(unit, { before, definition, decision, kept, now, actorId: actor?.accountId ?? null });
}

/** Who acts where the service does. */
const NOBODY: CommandActor = { accountId: '', personId: '' };

async function execute(unit: Unit, order: ActionOrder): Promise<CourseAnswer> {
  const { action, actor, now } = order;
  const locked = await unit.lockFor(order.procedureId, actor.accountId);
  if (!locked) return refuse('procedure.unknown', null, { procedureId: order.procedureId });
  const { procedure: before, grants } = locked;
  const definition = definitionOf(before.kind);
  const state = before.state as ProcedureState;
  if (!grants) return refuse('procedure.not-yours', null);
  const roles = rolesAt(grants, before.organisationPath, civilDateOf(now));
  const standing: Standing = { ...actor, roles };
  const recordAttempt = async (refusal: Refusal): Promise<Refusal> => {
    const attempt = definition.attempted(action, refusal, { actor: standing, now });
    const recording = { before, definition, kept: NOTHING_KEPT, now, actorId: actor.accountId };
    if (attempt) await record(unit, { ...recording, decision: attempt });
    return refusal;
  };
  const judged = definition.judge(action, state, standing, now);
  if (judged) return recordAttempt(judged);
  const unknown = await checkReferences(unit, order.input, before.organisationId);
  if (unknown) return unknown;

  const keeper = createKeeper();
  const readsTexts = definition.readsTexts.includes(action);
  const known = readsTexts ? await unit.texts(digestsIn(state)) : new Map<string, string | null>();
  const names = readsTexts
    ? await unit.names([...definition.participants(state), ...definition.alsoNamed(state)])
    : NO_NAMES;
  const box = definition.seals.includes(action) ? definition.openBox(state) : null;
  const context = await contextOf(unit, {
    ...{ order, step: order.step, roles, keep: keeper.keep, known, names },
    tally: box ? await unit.countBox(box.voteId) : null,
    agenda: await agendaIn(unit, order.input, definition.agendaFor(action, state), before.organisationId),
    roster: definition.readsRoster.includes(action)
      ? await rosterOf(unit, definition.body(state as never), before.organisationId, civilDateOf(now))
      : [],
  });
  const decision = definition.decide(action, state, order.input as never, context);
  if (isRefusal(decision)) return recordAttempt(decision);
  const kept = { texts: keeper.kept, known };
  return record(unit, { before, definition, decision, kept, now, actorId: actor.accountId });
}

async function elapse(unit: Unit, order: TimerOrder): Promise<CourseReport> {
  // The clocks of two machines differ a little: what a moment brings is never on record before it.
  const now = Math.max(order.now, order.timer.at);
  const before = await unit.lock(order.procedureId);
  if (!before) throw new Error(`a timer of a procedure that does not exist: ${order.procedureId}`);
  const definition = definitionOf(before.kind);
  const state = before.state as ProcedureState;
  const { key, at } = order.timer;
  // The workflow may not have heard yet that the moment was moved: then it brings nothing.
  const isDue = definition.timers(state).some((timer) => timer.key === key && timer.at === at);
  const decision = isDue ? definition.elapse(key, state, await unattended(unit, now)) : { events: [] };
  return record(unit, { before, definition, decision, kept: NOTHING_KEPT, now, actorId: null });
}

async function catchUp(ledger: Ledger, order: LookOrder): Promise<CourseReport> {
  const { procedureId, now } = order;
  const told: string[] = [];
  for (const { id } of await ledger.waitingMessages(procedureId)) {
    const received = await ledger.transact<Pick<CourseReport, 'told'>>(stepOf(order, `message/${id}`), (unit) =>
      receive(unit, { procedureId, messageId: id, now }),
    );
    told.push(...(received.told ?? []));
  }
  const report = await read(ledger, procedureId);
  return told.length > 0 ? { ...report, told } : report;
}

/** A message to a procedure that has ended stays on record as come too late, unless it is closed and still hears it (`hearsAfterwards`). */
async function receive(
  unit: Unit,
  { procedureId, messageId, now }: { procedureId: string; messageId: string; now: Instant },
): Promise<Pick<CourseReport, 'told'>> {
  const before = await unit.lock(procedureId);
  const message = await unit.message(messageId);
  if (!before || !message) return {};
  const definition = definitionOf(before.kind);
  if (before.status !== 'open' && !(before.status === 'closed' && definition.hearsAfterwards(message))) {
    await unit.closeMessage(messageId, 'too-late', now);
    return {};
  }
  const decision = definition.receive(message, before.state as ProcedureState, await unattended(unit, now));
  await unit.closeMessage(messageId, 'received', now);
  return record(unit, { before, definition, decision, kept: NOTHING_KEPT, now, actorId: null });
}

async function unattended(unit: Unit, now: Instant): Promise<Unattended> {
  return { now, today: civilDateOf(now), calendar: await unit.calendar() };
}

const NOTHING_KEPT: Kept = { texts: [], known: new Map() };

async function read(ledger: Ledger, procedureId: string): Promise<CourseReport> {
  const found = await ledger.find(procedureId);
  if (!found) throw new Error(`no procedure ${procedureId}`);
  const state = found.state as ProcedureState;
  return reportOf(definitionOf(found.kind), found.id, { version: found.version, state, moved: false });
}

interface Recording {
  readonly before: StoredProcedure;
  readonly definition: AnyDefinition;
  readonly decision: Decision;
  readonly kept: Kept;
  readonly now: Instant;
  readonly actorId: string | null;
}

/** Writes what was decided and says where the procedure stands after it. */
async function record(unit: Unit, recording: Recording): Promise<CourseReport> {
  const { before, definition, decision } = recording;
  const { change, state } = changeOf({ ...recording, kept: await withTitles(unit, recording) });
  const told = change.events.length > 0 ? await unit.save(change) : [];
  const { version } = change.procedure;
  const moved = hasMoved(definition, before.state as ProcedureState | null, state);
  const report = reportOf(definition, before.id, { version, state, moved, answer: decision.answer });
  return told.length > 0 ? { ...report, told: told.map(({ kind, id }) => workflowIdOf(kind, id)) } : report;
}

/** Whether a procedure's workflow has to hear of a step. That it has ended shows in its stage. */
function hasMoved({ timers }: AnyDefinition, before: ProcedureState | null, after: ProcedureState): boolean {
  return !before || before.stage !== after.stage || !isDeepStrictEqual(timers(before), timers(after));
}

/** What goes on an agenda is shown there under its title. */
async function withTitles(unit: Unit, { decision, kept }: Recording): Promise<Kept> {
  const titles = (decision.agenda ?? []).flatMap((change) => ('put' in change ? [change.put.title.evidence] : []));
  if (titles.length === 0) return kept;
  return { ...kept, known: new Map([...kept.known, ...(await unit.texts(titles))]) };
}

const NO_WISH: AgendaWish = { ids: [], returningTo: null };
const NO_NAMES: ReadonlyMap<string, string> = new Map();

/** The agenda items that an input names by `agendaItemId`, wherever in it they stand, and those wished for. */
async function agendaIn(
  unit: Unit,
  input: unknown,
  wish: AgendaWish,
  organisationId: string,
): Promise<Context['agenda']> {
  const returning = wish.returningTo ? await unit.returningItems(organisationId, wish.returningTo) : [];
  const ids = [...new Set([...named(input, ['agendaItemId']), ...wish.ids, ...returning])];
  const entries = ids.length > 0 ? await unit.agendaItems(ids) : [];
  return new Map(entries.map((entry) => [entry.id, entry]));
}

async function rosterOf(unit: Unit, body: BodyKind | null, organisationId: string, on: CivilDate): Promise<Seat[]> {
  return body ? unit.roster({ organisationId, body, on }) : [];
}

function reportOf(
  definition: AnyDefinition,
  procedureId: string,
  given: { version: number; state: ProcedureState; moved: boolean; answer?: Decision['answer'] },
): CourseReport {
  const { version, state, moved, answer = {} } = given;
  const { stage } = state;
  const [status, timers] = [definition.status(state), definition.timers(state)];
  return { procedureId, version, stage, status, timers, moved, answer };
}

/** The roles held there on that day; null for an account that is disabled, which holds no office in the procedure either. */
async function rolesOf(unit: Unit, actor: CommandActor, path: string, now: Instant): Promise<Role[] | null> {
  const grants = await unit.grantsOf(actor.accountId);
  return grants && rolesAt(grants, path, civilDateOf(now));
}

interface ContextParts {
  readonly order: { readonly workflowId: string; readonly actor: CommandActor; readonly now: Instant };
  readonly step: string;
  readonly roles: readonly Role[];
  readonly keep: Context['keep'];
  readonly known?: ReadonlyMap<string, string | null>;
  readonly names?: ReadonlyMap<string, string>;
  readonly agenda?: Context['agenda'];
  readonly roster?: Context['roster'];
  readonly tally?: Tally | null;
}

async function contextOf(unit: Unit, parts: ContextParts): Promise<Context> {
  const { order, step, roles, keep, known, names, agenda = new Map(), roster = [], tally } = parts;
  return {
    now: order.now,
    today: civilDateOf(order.now),
    actor: { ...order.actor, roles },
    calendar: await unit.calendar(),
    keep,
    read: (ref) => known?.get(ref.evidence) ?? null,
    agenda,
    roster,
    nameOf: (personId) => names?.get(personId) ?? null,
    tally: tally ?? null,
    id: (label) => deriveId(order.workflowId, step, label),
  };
}
