import fc from 'fast-check';
import { isDecidedAbove } from '../../../src/domain/agenda';
import { addDays, atTime, civilDateOf, type Instant } from '../../../src/domain/calendar/civil-date';
import { COUNCIL_ACTIONS, type CouncilAction } from '../../../src/domain/council/actions';
import { council as definition } from '../../../src/domain/council/council';
import { isPassed, itemsToEscalate, openTasks } from '../../../src/domain/council/reading';
import { MOVABLE, type CouncilState } from '../../../src/domain/council/state';
import type { Standing } from '../../../src/domain/procedure/model';
import {
  BEGUN,
  CHAIR,
  COMMUNITY,
  createCouncil,
  DEPUTY,
  dueList,
  GRID,
  hands,
  member,
  NARROW,
  noticeFor,
  RECORDER,
  SECRETARY,
  STAFF,
  STRANGER,
  SUPERVISOR,
  topic,
  type Council,
  type Result,
} from '../../support/council-domain';

export const ACTIONS = Object.keys(COUNCIL_ACTIONS) as CouncilAction[];
export const CAST = [STAFF, SECRETARY, CHAIR, DEPUTY, RECORDER, member(1), member(2), SUPERVISOR, STRANGER];

/** What carries a council on, the last steps first. */
const FORWARD: readonly CouncilAction[] = [
  'resume',
  'publish-result',
  'hand-to-assembly',
  'file-passed',
  'escalate',
  'assign-task',
  'report-progress',
  'complete-task',
  'answer-problem',
  'close-sitting',
  'close-vote',
  'refer-item',
  'put-to-vote',
  'record-telling',
  'adjourn',
  'open-sitting',
  'check-in',
  'confirm-posting',
  'issue-notice',
];

const WAITS = ['none', 'minute', 'hour', 'day', 'meeting', 'timer'] as const;

/** One step of a walk: `forward` goes on, `possible` does anything that is offered, `anything` tries whatever it likes. */
export interface Step {
  readonly mode: 'forward' | 'possible' | 'anything';
  readonly action: CouncilAction;
  readonly actor: Standing;
  readonly pick: number;
  readonly wait: (typeof WAITS)[number];
}

const step: fc.Arbitrary<Step> = fc.record({
  mode: fc.constantFrom('forward', 'forward', 'forward', 'forward', 'possible', 'anything'),
  action: fc.constantFrom(...ACTIONS),
  actor: fc.constantFrom(...CAST),
  pick: fc.nat(99),
  wait: fc.constantFrom('none', 'none', ...WAITS),
});

export const walks = fc.record({
  due: fc.integer({ min: 1, max: 4 }),
  items: fc.integer({ min: 1, max: 2 }),
  narrow: fc.boolean(),
  grid: fc.boolean(),
  steps: fc.array(step, { minLength: 1, maxLength: 50, size: 'max' }),
});

export type Walk = typeof walks extends fc.Arbitrary<infer W> ? W : never;

/** What was tried, by whom and when, on which state, and what came of it. */
export interface Tried {
  readonly action: CouncilAction;
  readonly actor: Standing;
  readonly now: Instant;
  readonly input: object;
  readonly before: CouncilState;
  readonly result: Result;
}

/** Walks a council and shows every try to `watch`. */
export function walk(
  { due, items, narrow, grid, steps }: Walk,
  watch: (tried: Tried, council: Council) => void,
): Council {
  const council = createCouncil({}, { lineage: grid ? GRID : COMMUNITY });
  const titles = Array.from({ length: items }, (_, index) => ({ title: `议题${index + 1}` }));
  council.begin(topic({ due: dueList(due), items: titles, ...(narrow && NARROW) }));
  let now = BEGUN;
  for (const taken of steps) {
    now = later(council.state, taken, now);
    council.passes(now);
    decideAbove(council, taken, now);
    const { action, actor } = choose(council.state, taken, now);
    const before = council.state;
    const input = inputFor(action, before, taken, now);
    const result = council.does(action, input, actor, now);
    watch({ action, actor, now, input, before, result }, council);
  }
  return council;
}

/** Now and then the body above decides on what was put before it. */
function decideAbove(council: Council, { pick, mode }: Step, now: Instant): void {
  const [waiting] = council.state.items.filter((item) => item.escalation !== null && !isDecidedAbove(item));
  if (!waiting || mode === 'anything') return;
  const outcome = (['adopted', 'dropped', 'postponed'] as const)[pick % 3];
  const postponedTo = outcome === 'postponed' ? addDays(civilDateOf(now), 30) : null;
  const by = council.state.level === 'grid' ? 'council' : 'pwc';
  const settlement = { by, outcome, decidedOn: civilDateOf(now), postponedTo, reference: null, note: null };
  council.receives({ itemId: waiting.id, settlement }, now);
}

/** The council waits for the announced hour, or for whatever comes by itself, when it cannot go on otherwise. */
function later(state: CouncilState, { wait, mode }: Step, now: Instant): Instant {
  const meetingAt = state.notice?.meetingAt ?? now;
  const nextTimer = Math.min(...definition.timers(state).map((timer) => timer.at));
  const idle = mode === 'forward' && !FORWARD.some((action) => isForward(action, state, now));
  const waits = {
    none: now,
    minute: now + 60_000,
    hour: now + 3_600_000,
    day: now + 86_400_000,
    meeting: state.stage === 'waiting' ? meetingAt : now,
    timer: Number.isFinite(nextTimer) ? nextTimer : now,
  };
  // A sitting ends with its day: most of the time it goes on while it can.
  if (mode === 'forward' && state.stage === 'sitting' && !idle && !isLost(state, now)) return waits.minute;
  return Math.max(now, waits[idle ? (state.stage === 'waiting' && meetingAt > now ? 'meeting' : 'timer') : wait]);
}

function isForward(action: CouncilAction, state: CouncilState, now: Instant): boolean {
  const isRenewal =
    action === 'issue-notice' && (state.stage === 'posting' || (state.stage === 'waiting' && !isLost(state, now)));
  const isBreak = action === 'adjourn' && !(state.stage === 'sitting' && isLost(state, now));
  const isRepeated =
    (action === 'assign-task' && state.tasks.length > 0) ||
    (action === 'report-progress' && state.tasks.every(({ progress }) => progress.length > 0));
  return !isRenewal && !isBreak && !isRepeated && doers(action, state, now).length > 0;
}

/** The announced day has passed: only a new notice helps, in an open sitting after an adjournment. */
function isLost(state: CouncilState, now: Instant): boolean {
  return state.notice !== null && civilDateOf(now) > civilDateOf(state.notice.meetingAt);
}

/** Those whom the judge lets do it. */
export function doers(action: CouncilAction, state: CouncilState, now: Instant): Standing[] {
  return CAST.filter((actor) => definition.judge(action, state, actor, now) === null);
}

function choose(state: CouncilState, taken: Step, now: Instant): { action: CouncilAction; actor: Standing } {
  const { mode, pick } = taken;
  const offered =
    mode === 'possible'
      ? ACTIONS.filter((action) => doers(action, state, now).length > 0)
      : FORWARD.filter((action) => isForward(action, state, now)).slice(0, 1);
  const action = offered[pick % offered.length];
  if (mode === 'anything' || !action) return taken;
  const actors = doers(action, state, now);
  return { action, actor: actors[pick % actors.length] ?? taken.actor };
}

/** An input in the form that the action's schema asks for, mostly one that fits the state. */
function inputFor(action: CouncilAction, state: CouncilState, { pick, actor }: Step, now: Instant): object {
  const today = civilDateOf(now);
  const of = <T>(list: readonly T[]): T => list[pick % list.length] as T;
  const rare = pick % 7 === 0;
  const attendance = state.sitting?.attendance ?? {};
  const due = state.due.map(({ personId }) => personId);
  const absent = due.filter((personId) => !attendance[personId]?.checkedInAt || attendance[personId].leftAt);
  const undecided = state.items.filter(({ outcome }) => outcome === null);
  const open = undecided.find(({ votes }) => votes.length < 3) ?? undecided[0] ?? state.items[0]!;
  const item = (rare ? of(state.items) : open).id;
  const votes = open.votes.length;
  switch (action) {
    case 'issue-notice': {
      const meetingAt = atTime(addDays(today, rare ? 2 : 4 + (pick % 3)), pick % 2 ? '09:00' : '19:30');
      return {
        ...noticeFor(meetingAt, rare ? ['sms'] : ['window', 'sms']),
        ...(pick % 11 === 0 && { due: dueList(3) }),
      };
    }
    case 'confirm-posting': {
      const posting = state.notice?.postings.find(({ confirmation }) => !confirmation)?.id ?? 'none';
      return { postingId: posting, postedOn: rare ? addDays(today, -1) : today, note: '已张贴' };
    }
    case 'check-in':
      return { personId: rare ? 'guest' : (absent[0] ?? due[0]) };
    case 'put-to-vote': {
      const question = rare ? 'drop' : votes === 0 ? 'adopt' : votes === 1 ? 'postpone' : 'drop';
      return {
        itemId: item,
        question,
        method: of(['oral', 'show-of-hands', 'open-ballot']),
        postponeTo: addDays(today, 30),
      };
    }
    case 'close-vote':
      return pick % 3 === 2 ? {} : { counts: hands(pick % 4, rare ? 1 : 0) };
    case 'record-telling': {
      const adopted = state.items.filter(({ outcome }) => outcome === 'adopted').map(({ id }) => id);
      const told = new Set(state.tellings.flatMap(({ itemIds }) => itemIds));
      const untold = adopted.filter((id) => !told.has(id));
      const toldOn = addDays(today, rare ? 1 : -(pick % 3));
      return { how: 'oral', toldOn, audience: '居民', itemIds: pick % 2 ? untold : untold.slice(0, 1) };
    }
    case 'publish-result':
      return rare ? { statement: '电话13812345678' } : {};
    case 'hand-to-assembly':
      return { itemIds: state.items.filter((one) => isPassed(one) && !one.handedOverOn).map(({ id }) => id) };
    case 'assign-task': {
      const passed = state.items.find((one) => isPassed(one) && one.handedOverOn !== null);
      const isAsked = state.broadInterest && state.source !== 'hearing' && !passed?.hearing;
      return {
        itemId: passed?.id ?? item,
        what: '划线',
        responsibleId: of(due),
        dueOn: addDays(today, rare ? -1 : 10),
        ...(isAsked && { noHearingReason: '已有听证结果' }),
      };
    }
    case 'withdraw-task':
      return { taskId: openTasks(state)[0]?.id ?? 'none', reason: '布置有误' };
    case 'report-progress':
    case 'complete-task': {
      const taskId = openTasks(state)[0]?.id ?? 'none';
      return { taskId, text: '已划线', doneOn: addDays(today, rare ? 1 : 0) };
    }
    case 'raise-problem':
      return { itemId: state.items.find(isPassed)?.id ?? item, text: '尚未划线' };
    case 'answer-problem':
      return { problemId: state.problems.find(({ answer }) => answer === null)?.id ?? 'none', text: '下周划线' };
    case 'escalate':
      return { itemId: itemsToEscalate(state)[0]?.id ?? item };
    case 'correct-posting': {
      const posting = state.notice?.postings.find(({ confirmation }) => confirmation)?.id ?? 'none';
      return { postingId: posting, postedOn: addDays(today, rare ? 1 : -(pick % 2)), reason: '登记有误' };
    }
    case 'correct-attendance':
      return { personId: of(due), present: pick % 2 === 0, reason: '登记有误' };
    case 'correct-tally': {
      const closed = state.items.flatMap(({ votes: all }) => all).filter(({ verdict }) => verdict !== null);
      return { voteId: closed.length ? of(closed).id : 'none', counts: hands(pick % 4), reason: '计票有误' };
    }
    case 'change-officers':
      return {
        chair: CHAIR.personId,
        deputy: null,
        recorder: rare ? CHAIR.personId : RECORDER.personId,
        reason: '工作调整',
      };
    case 'file-passed':
      return {};
    case 'record-removal':
      return {
        publicationId: state.publications.find(({ takenDownAt }) => takenDownAt === null)?.id ?? 'none',
        reason: '被风吹落',
      };
    case 'extend-deadline': {
      const [key, duty] = Object.entries(state.duties).find(
        ([, { status, kind }]) => status === 'open' && MOVABLE.includes(kind),
      ) ?? ['none'];
      return { key, dueOn: addDays(duty?.dueOn ?? today, rare ? 0 : 3), reason: '材料未齐' };
    }
    case 'admit-guest':
      return { name: '来宾', capacity: '列席' };
    case 'record-statement':
      return { itemId: item, personId: of(due), text: '同意' };
    case 'ask-leave':
    case 'record-leave':
    case 'recuse':
    case 'record-recusal':
    case 'leave-early':
    case 'open-sitting':
    case 'adjourn':
    case 'close-sitting':
    case 'refer-item':
    case 'cast-ballot':
    case 'enter-ballot':
    case 'suspend':
    case 'resume':
    case 'cancel':
      return {
        itemId: item,
        personId: rare ? actor.personId : of(due),
        reason: '有事',
        choice: of(['in-favour', 'against', 'abstain']),
      };
  }
}
