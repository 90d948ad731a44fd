import type { Instant } from '../calendar/civil-date';
import { judgeRole, judgeStage } from '../procedure/actions';
import { dutyTimers, elapseDuty } from '../procedure/duty-timers';
import type { Context, Decision, ProcedureDefinition, Standing, Unattended } from '../procedure/model';
import { recountDuties } from '../procedure/moved-duties';
import { refuse, type Refusal } from '../refusal';
import { civilDateOf } from '../calendar/civil-date';
import { CARRYING, DUTY_YEAR_ACTIONS, type DutyYearAction } from './actions';
import { countMeeting, endYear, explainOverdue, fileDocument, open, recordDeviation, yearOverAt } from './decide';
import { evolve } from './evolve';
import { deviable, documentsOwed, unexplained } from './reading';
import type { DutyYearEvent, DutyYearState } from './state';

/** The year's end. */
const YEAR_OVER = 'duty-year-over';

const DECIDE: Readonly<
  Record<DutyYearAction, (state: DutyYearState, input: never, context: Context) => Decision<DutyYearEvent> | Refusal>
> = {
  'file-document': fileDocument,
  'explain-overdue': explainOverdue,
  'record-deviation': recordDeviation,
};

/**
 * 年度职责, what a subdistrict or community owes again and again in one year. It opens by itself; a meeting fulfils by its own record, everything
 * else by a document on file.
 */
export const dutyYear: ProcedureDefinition<DutyYearState, DutyYearEvent, DutyYearAction> = {
  kind: 'duty-year',
  actions: DUTY_YEAR_ACTIONS,
  startedBy: [],
  body: () => null,
  begin: open,
  rulesOn: (_, today) => today,
  judge,
  decide: (action, state, input, context) => DECIDE[action](state, input, context),
  attempted: () => null,
  agendaFor: () => ({ ids: [], returningTo: null }),
  elapse,
  receive(message, state, context) {
    if (message.kind === 'meeting-held') return countMeeting(state, message, context);
    if (message.kind !== 'calendar-changed') throw new Error(`a year of duties knows no message ${message.kind}`);
    const remindDaysAhead = state.rulebook['deadline.remindDaysAhead'];
    return { events: recountDuties(state.duties, { ...context, remindDaysAhead }) };
  },
  hearsAfterwards: () => false,
  evolve,
  timers: (state) => [
    ...dutyTimers(state.duties),
    ...(state.stage === 'running' ? [{ key: YEAR_OVER, at: yearOverAt(state) }] : []),
  ],
  status: ({ stage }) => (stage === 'closed' ? 'closed' : 'open'),
  participants: () => [],
  alsoNamed: () => [],
  paper: () => null,
  announcement: () => null,
  announcing: [],
  openBox: () => null,
  seals: [],
  readsTexts: [],
  readsRoster: [],
};

function judge(action: DutyYearAction, state: DutyYearState, actor: Standing, now: Instant): Refusal | null {
  const carrying = CARRYING[state.level];
  const held = actor.roles.filter((role) => carrying.includes(role));
  const judged = judgeRole(DUTY_YEAR_ACTIONS, action, held) ?? judgeStage(DUTY_YEAR_ACTIONS, action, state.stage);
  if (judged) return judged;
  switch (action) {
    case 'file-document':
      return documentsOwed(state, civilDateOf(now)).length > 0 ? null : refuse('duties.no-document-owed', null);
    case 'explain-overdue':
      return unexplained(state).length > 0 ? null : refuse('duties.nothing-to-explain', null);
    case 'record-deviation':
      return deviable(state).length > 0 ? null : refuse('duties.nothing-to-leave-out', null);
  }
}

function elapse(timerKey: string, state: DutyYearState, context: Unattended): Decision<DutyYearEvent> {
  if (timerKey === YEAR_OVER) return endYear(state, context);
  const told = { now: context.now, persons: [], roles: CARRYING[state.level], supervisors: SUPERVISORS };
  return elapseDuty(state.duties, timerKey, told);
}

const SUPERVISORS = ['subdistrict-supervisor', 'district-organisation-department'] as const;
