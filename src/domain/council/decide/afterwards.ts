import type { Settlement } from '../../agenda';
import type { CivilDate } from '../../calendar/civil-date';
import { boardPeriod } from '../../calendar/notice-period';
import { personalNumbersIn } from '../../personal-numbers';
import { doneOn, isOwed, meetDuty, type DutyState } from '../../procedure/deadline';
import type { Context, Decision, TextRef } from '../../procedure/model';
import { refuse, type Refusal } from '../../refusal';
import { evolve } from '../evolve';
import { noticeOf } from '../parts';
import { participantsOf, passedInRound, unpublishedItems, untoldItems } from '../reading';
import type { AgendaItem, CouncilEvent, CouncilState, PublicationState, PublishedResult, Telling } from '../state';
import { withClosing } from './duties';

type Outcome = Decision<CouncilEvent> | Refusal;

export interface RecordTellingInput {
  readonly how: 'written' | 'oral';
  readonly toldOn: CivilDate;
  readonly audience: string;
  readonly itemIds: readonly string[];
}

/** HDA-11.3.3: records that those concerned by passed items were told, in writing or orally. Done when every passed item is covered. */
export function recordTelling(state: CouncilState, input: RecordTellingInput, context: Context): Outcome {
  const untold = untoldItems(state).map(({ id }) => id);
  const other = input.itemIds.find((id) => !untold.includes(id));
  if (other) return refuse('council.item-not-to-tell', 'HDA-11.3.3', { itemId: other });
  const wrong = checkDay(state, input, context);
  if (wrong) return wrong;
  const { how, toldOn } = input;
  const telling: Telling = {
    how,
    toldOn,
    audience: context.keep(input.audience),
    itemIds: [...new Set(input.itemIds)],
  };
  const told: CouncilEvent = { type: 'telling-recorded', data: { telling } };
  const events: CouncilEvent[] = [told];
  const left = untoldItems(state).filter(({ id }) => !telling.itemIds.includes(id));
  const after = evolve(state, told);
  for (const key of Object.keys(state.duties).filter((one) => one.startsWith('tell-concerned:'))) {
    const lastToldOn = toldInFull(after, key.slice('tell-concerned:'.length));
    if (lastToldOn) events.push(...meetDuty(state.duties, key, doneOn(lastToldOn, context.now)));
  }
  return { events: withClosing(state, events, context.now), answer: { stillToTell: left.length } };
}

/** The day on which the last of what passed in a sitting, or an item decided above, was told; null while something is still to be told. */
function toldInFull(state: CouncilState, subject: string): CivilDate | null {
  const isMeant = (item: AgendaItem) => item.id === subject || String(passedInRound(item)) === subject;
  const passed = state.items.filter(isMeant).map(({ id }) => id);
  const days = passed.map((id) => state.tellings.find(({ itemIds }) => itemIds.includes(id))?.toldOn);
  return days.every((day) => day !== undefined) ? (days.sort().at(-1) ?? null) : null;
}

/** Nobody was told before the item passed, nor will have been told tomorrow. */
function checkDay(state: CouncilState, { toldOn, itemIds }: RecordTellingInput, { today }: Context): Refusal | null {
  const passedOn = state.items.filter(({ id }) => itemIds.includes(id)).flatMap((item) => passedOnDay(item) ?? []);
  const from = passedOn.sort().at(-1) ?? today;
  if (toldOn >= from && toldOn <= today) return null;
  return refuse('council.told-out-of-time', 'HDA-11.3.3', { toldOn, from, to: today });
}

function passedOnDay({ decidedOn, escalation }: AgendaItem): CivilDate | null {
  return escalation?.settlement?.decidedOn ?? decidedOn;
}

/** Publishes the result on the board, for the rulebook's days and never fewer than the law's [HDA-11.3.3, LAW-RCL-34]. */
export function publishResult(
  state: CouncilState,
  input: { statement?: string | undefined },
  context: Context,
): Outcome {
  const statement = input.statement ? context.keep(input.statement) : null;
  const items = unpublishedItems(state);
  const content = resultOf(state, items, { statement, today: context.today });
  const found = personalNumbers(content, input.statement, context);
  if (found) return found;
  const period = boardPeriod({ publishedOn: context.today, days: state.rulebook['board.days'], clause: 'LAW-RCL-34' });
  const owed = publishing(state);
  const dueOn = owed.map(([, duty]) => duty.dueOn).sort()[0] ?? null;
  const publication: PublicationState = {
    id: context.id('publication'),
    itemIds: items.map(({ id }) => id),
    publishedOn: context.today,
    dueOn,
    takeDownOn: period.untilOn,
    takeDownAt: period.untilAt,
    late: owed.some(([, { dueAt }]) => context.now >= dueAt),
    takenDownAt: null,
    removedEarly: false,
  };
  const published: CouncilEvent = { type: 'result-published', data: { publication, content } };
  const { publications, items: shown } = evolve(state, published);
  const superseded = publications.filter(
    ({ id, takenDownAt }) => takenDownAt === null && !shown.some((item) => Object.values(item.published).includes(id)),
  );
  return {
    events: [
      published,
      // A paper with a result that was corrected since does not hang on beside the right one.
      ...superseded.map(({ id }): CouncilEvent => ({
        type: 'publication-taken-down',
        data: { publicationId: id, at: context.now },
      })),
      ...owed.flatMap(([key]) => meetDuty(state.duties, key, context.now)),
    ],
    notices: [{ kind: 'council-result-published', clause: 'HDA-11.3.3', persons: participantsOf(state), params: {} }],
    answer: {
      publicationId: publication.id,
      takeDownOn: publication.takeDownOn,
      late: publication.late,
      explanation: period.explanation,
    },
  };
}

/** The duties that a paper meets: it shows everything that has not been shown. */
function publishing({ duties }: CouncilState): [string, DutyState][] {
  return Object.entries(duties).filter(([, duty]) => duty.kind === 'publish-result' && isOwed(duty));
}

function resultOf(
  state: CouncilState,
  items: readonly AgendaItem[],
  { statement, today }: { statement: TextRef | null; today: CivilDate },
): PublishedResult {
  return {
    title: state.title,
    heldOn: state.heldOn ?? today,
    place: noticeOf(state).place,
    statement,
    items: items.map(({ title, outcome, votes, escalation }) => ({
      title,
      outcome: outcome ?? 'no-agreement',
      settlement: shown(escalation?.settlement),
      votes: votes.flatMap(({ question, method, verdict }) => (verdict ? [{ question, method, verdict }] : [])),
    })),
  };
}

function shown(settlement: Settlement | null | undefined): PublishedResult['items'][number]['settlement'] {
  if (!settlement) return null;
  const { by, outcome, decidedOn, postponedTo } = settlement;
  return { by, outcome, decidedOn, postponedTo };
}

/** LAW-PI-6: a paper in which an identity, phone or bank number stands is not posted. */
function personalNumbers(content: PublishedResult, statement: string | undefined, context: Context): Refusal | null {
  const texts = [
    context.read(content.title),
    content.place,
    statement,
    ...content.items.map(({ title }) => context.read(title)),
  ];
  const [found] = texts.flatMap((text) => personalNumbersIn(text ?? ''));
  return found ? refuse('publication.personal-number', 'LAW-PI-6', { kind: found.kind }) : null;
}

/** The days on the board are over: the paper comes down by itself. */
export function takeDown(state: CouncilState, publicationId: string, now: number): Decision<CouncilEvent> {
  const paper = state.publications.find(({ id }) => id === publicationId);
  if (!paper || paper.takenDownAt !== null || now < paper.takeDownAt) return { events: [] };
  return { events: withClosing(state, [{ type: 'publication-taken-down', data: { publicationId, at: now } }], now) };
}

/** Cancels the council for a stated reason; everybody named is told. Not once it has resolved anything (judged before). */
export function cancel(state: CouncilState, input: { reason: string }, context: Context): Decision<CouncilEvent> {
  const reason = context.keep(input.reason);
  return {
    events: [
      ...Object.entries(state.duties).flatMap(([key, duty]): CouncilEvent[] =>
        isOwed(duty) ? [{ type: 'deadline-voided', data: { key } }] : [],
      ),
      { type: 'council-cancelled', data: { at: context.now, reason } },
    ],
    notices: [{ kind: 'council-cancelled', clause: null, persons: participantsOf(state), params: {} }],
    agenda: state.items.flatMap(({ origin }) =>
      origin ? [{ release: { deferredOn: null, agendaItemId: origin } }] : [],
    ),
  };
}
