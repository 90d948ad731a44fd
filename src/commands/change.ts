import type { AgendaChange } from '../domain/agenda';
import type { Instant } from '../domain/calendar/civil-date';
import type { DomainEvent, Decision, ProcedureState } from '../domain/procedure/model';
import type { Change, KeptText, PostedPaper, PutAgendaChange, StoredProcedure } from '../ports/ledger';
import { chain } from './chain';
import type { AnyDefinition } from './registry';
import { withTexts } from './texts';

/** Texts kept by this step, and those read for it. */
export interface Kept {
  readonly texts: readonly KeptText[];
  readonly known: ReadonlyMap<string, string | null>;
}

interface Decided {
  readonly before: StoredProcedure;
  readonly definition: AnyDefinition;
  readonly decision: Decision;
  readonly kept: Kept;
  readonly now: Instant;
  readonly actorId: string | null;
}

/** Everything that follows from a decision: the chained events, the state they make, and the rows that lists and boards show. */
export function changeOf(decided: Decided): { change: Change; state: ProcedureState } {
  const { before, definition, decision, kept, now, actorId } = decided;
  const old = before.state as ProcedureState | null;
  const state = stateAfter(definition, old, decision.events);
  const events = chain(
    decision.events,
    { procedureId: before.id, version: before.version, headHash: before.headHash },
    { at: now, actorId },
  );
  const last = events.at(-1);
  if (!last && (decision.notices?.length || decision.agenda?.length || decision.held?.length))
    throw new Error('people or agendas would be told of something that did not happen');
  const status = definition.status(state);
  const texts = new Map([...kept.known, ...kept.texts.map((text) => [text.digest, text.content] as const)]);
  const isNew = old === null;
  const change: Change = {
    procedure: {
      ...before,
      title: isNew ? (texts.get(state.title.evidence) ?? '') : before.title,
      version: last?.seq ?? before.version,
      headHash: last?.hash ?? before.headHash,
      state,
      status,
      stage: state.stage,
      closedAt: status === 'open' ? null : (before.closedAt ?? now),
      nextDueAt: nextDueAt(state),
      wakesAt: status === 'open' ? earliest(definition.timers(state).map(({ at: moment }) => moment)) : null,
    },
    isNew,
    events,
    texts: kept.texts,
    duties: changedDuties(old, state),
    participants: participants(definition, old, state),
    ...boxes(definition, old, state),
    papers: decision.events.flatMap((event) => paperOf(definition, event, texts)),
    notices: (decision.notices ?? []).map((notice, index) => ({
      ...notice,
      sourceKey: `${before.id}/${last?.seq ?? 0}/${index}`,
    })),
    agenda: (decision.agenda ?? []).map((one) => withTitle(one, texts)),
    held: decision.held ?? [],
    at: now,
  };
  return { change, state };
}

function stateAfter(
  definition: AnyDefinition,
  old: ProcedureState | null,
  events: readonly DomainEvent[],
): ProcedureState {
  const state = events.reduce<ProcedureState | null>((now, event) => definition.evolve(now, event), old);
  if (!state) throw new Error(`a ${definition.kind} began without an event`);
  return state;
}

/** The nearest moment at which something owed becomes, or became, overdue. */
function nextDueAt({ duties }: ProcedureState): Instant | null {
  const owed = Object.values(duties).filter(({ status }) => status === 'open' || status === 'overdue');
  return earliest(owed.map(({ dueAt }) => dueAt));
}

function earliest(moments: readonly Instant[]): Instant | null {
  return moments.length > 0 ? Math.min(...moments) : null;
}

function changedDuties(old: ProcedureState | null, state: ProcedureState) {
  return Object.fromEntries(Object.entries(state.duties).filter(([key, duty]) => old?.duties[key] !== duty));
}

/** Who is named now and was not before, and the other way round: whoever is named no longer may read no longer. */
function participants(definition: AnyDefinition, old: ProcedureState | null, state: ProcedureState) {
  const were = old ? definition.participants(old) : [];
  const are = definition.participants(state);
  return {
    joined: are.filter((person) => !were.includes(person)),
    left: were.filter((person) => !are.includes(person)),
  };
}

function boxes(definition: AnyDefinition, old: ProcedureState | null, state: ProcedureState) {
  const was = old && definition.openBox(old);
  const is = definition.openBox(state);
  const same = was?.voteId === is?.voteId;
  return { openedBox: same ? null : is, sealedBox: was && !same ? was.voteId : null };
}

function withTitle(change: AgendaChange, texts: ReadonlyMap<string, string | null>): PutAgendaChange {
  if (!('put' in change)) return change;
  return { put: { ...change.put, title: texts.get(change.put.title.evidence) ?? '' } };
}

function paperOf(definition: AnyDefinition, event: DomainEvent, texts: ReadonlyMap<string, string | null>) {
  const paper = definition.paper(event);
  if (!paper) return [];
  return ['posted' in paper ? { posted: withTexts(paper.posted, texts) as PostedPaper } : paper];
}
