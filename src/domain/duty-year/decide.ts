import { startOfDay, type CivilDate } from '../calendar/civil-date';
import { fixedDay } from '../calendar/deadline';
import { doneOn, meetDuty, setDuty, voidDuties } from '../procedure/deadline';
import type { Beginning, Context, Decision, Message, Unattended } from '../procedure/model';
import { refuse, type Refusal } from '../refusal';
import { FULFILLED_BY, occurrencesIn, PERIODIC_DUTIES, type HeldMeeting, type Occurrence } from './catalogue';
import { evolve } from './evolve';
import { deviable, documentsOwed, fulfilledOn, isFinished, unexplained } from './reading';
import type { DutyYearEvent, DutyYearState } from './state';

type Outcome = Decision<DutyYearEvent> | Refusal;

export interface OpenInput {
  readonly year: number;
}

/**
 * Opens the duties of an organisation in a year, with the frequencies of its rulebook. What was to be done by a day that has passed when
 * it is opened is nobody's duty here.
 */
export function open(
  { year }: OpenInput,
  { organisationId, lineage, rulebook }: Beginning,
  context: Context,
): Decision<DutyYearEvent> | Refusal {
  const level = lineage.at(-1)?.kind;
  if (level !== 'subdistrict' && level !== 'community') return refuse('duties.wrong-level', null);
  const occurrences = occurrencesIn(year, level, rulebook).filter(({ to }) => to >= context.today);
  const title = context.keep(`${year}年度职责`);
  const remind = rulebook['deadline.remindDaysAhead'];
  return {
    events: [
      { type: 'duty-year-opened', data: { organisationId, title, year, level, rulebook, occurrences } },
      ...occurrences.map(({ key, kind, to }) =>
        setDuty(key, kind, fixedDay(to, PERIODIC_DUTIES[kind].clause, context.calendar), remind, context.now),
      ),
    ],
  };
}

/** The year is over at the end of its last day; what is still owed is to be made up. */
export function yearOverAt({ year }: Pick<DutyYearState, 'year'>): number {
  return startOfDay(`${year + 1}-01-01`);
}

export function endYear(state: DutyYearState, { now }: Unattended): Decision<DutyYearEvent> {
  if (state.stage !== 'running' || now < yearOverAt(state)) return { events: [] };
  return { events: withClosing(state, [{ type: 'duty-year-over', data: { at: now } }], now) };
}

/**
 * A meeting was held, by its own record: it fulfils the duty of its days, or makes up the earliest that is overdue. One that this year has no use
 * for makes up what is overdue from the year before.
 */
export function countMeeting(state: DutyYearState, { data }: Message, { now }: Unattended): Decision<DutyYearEvent> {
  const { meeting, procedureId, on } = data as { meeting: HeldMeeting; procedureId: string; on: CivilDate };
  if (state.meetings.some((one) => one.procedureId === procedureId && one.meeting === meeting)) return { events: [] };
  const found = fulfilledOn(state, FULFILLED_BY[meeting], on);
  const counted: DutyYearEvent = {
    type: 'meeting-counted',
    data: { meeting, procedureId, on, key: found?.key ?? null },
  };
  return {
    events: withClosing(state, [counted, ...met(state, found, { on, now })], now),
    held: found ? [] : [{ meeting, on, procedureId, year: state.year - 1 }],
  };
}

function met(state: DutyYearState, found: Occurrence | null, { on, now }: { on: CivilDate; now: number }) {
  return found ? meetDuty(state.duties, found.key, doneOn(on, now)) : [];
}

export interface FileDocumentInput {
  readonly key: string;
  readonly on: CivilDate;
  readonly text: string;
  readonly fileId: string;
}

/** A document on file fulfils a duty, in time or late: never a tick alone, and not before it is on file, whatever day it names. */
export function fileDocument(state: DutyYearState, input: FileDocumentInput, context: Context): Outcome {
  const { key, on, fileId } = input;
  const ahead = state.occurrences.find((one) => one.key === key && one.from > context.today);
  if (ahead) return refuse('duties.not-yet', PERIODIC_DUTIES[ahead.kind].clause, { from: ahead.from });
  const held = state.occurrences.find((one) => one.key === key && PERIODIC_DUTIES[one.kind].meeting);
  if (held) return refuse('duties.by-meeting', PERIODIC_DUTIES[held.kind].clause);
  const owed = documentsOwed(state, context.today).find((one) => one.key === key);
  if (!owed) return refuse('duties.not-owed', null, { key });
  const { clause } = PERIODIC_DUTIES[owed.kind];
  if (on > context.today || on < owed.from)
    return refuse('duties.filed-out-of-time', clause, { on, from: owed.from, to: context.today });
  const { now: at, actor } = context;
  const filed: DutyYearEvent = {
    type: 'document-filed',
    data: { kind: owed.kind, key, on, text: context.keep(input.text), fileId, by: actor.personId, at },
  };
  return { events: withClosing(state, [filed, ...meetDuty(state.duties, owed.key, at)], at) };
}

/** Why something is, or was, late. It stays owed until it is made up; the year is not closed before everything late is explained. */
export function explainOverdue(
  state: DutyYearState,
  input: { key: string; reason: string },
  context: Context,
): Outcome {
  const late = unexplained(state).find(({ key }) => key === input.key);
  if (!late) return refuse('duties.nothing-to-explain', null);
  const { now: at, actor } = context;
  const data = { key: late.key, reason: context.keep(input.reason), by: actor.personId, at };
  return { events: withClosing(state, [{ type: 'overdue-explained', data }], at) };
}

/** Reading 11: where the text says 一般 or 可, the secretary may leave one out for a reason; those who supervise are told. */
export function recordDeviation(
  state: DutyYearState,
  input: { key: string; reason: string },
  context: Context,
): Outcome {
  const found = deviable(state).find(({ key }) => key === input.key);
  if (!found) return refuse('duties.no-deviation', null, { key: input.key });
  const { now: at, actor } = context;
  const data = { key: found.key, reason: context.keep(input.reason), by: actor.personId, at };
  return {
    events: withClosing(
      state,
      [{ type: 'deviation-recorded', data }, ...voidDuties(state.duties, (key) => key === found.key)],
      at,
    ),
    notices: [
      {
        kind: 'duties-deviation',
        clause: PERIODIC_DUTIES[found.kind].clause,
        roles: ['subdistrict-supervisor'],
        params: { duty: found.kind },
      },
    ],
  };
}

/** The events, and after them the end they bring about. */
function withClosing(state: DutyYearState, events: readonly DutyYearEvent[], now: number): DutyYearEvent[] {
  const after = events.reduce<DutyYearState>(evolve, state);
  return isFinished(after) ? [...events, { type: 'duty-year-closed', data: { at: now } }] : [...events];
}
