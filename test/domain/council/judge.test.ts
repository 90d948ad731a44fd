import fc from 'fast-check';
import { civilDateOf, startOfDay, addDays } from '../../../src/domain/calendar/civil-date';
import { COUNCIL_ACTIONS, actionsIn, type CouncilAction } from '../../../src/domain/council/actions';
import { council as definition } from '../../../src/domain/council/council';
import { judgeStage, officesOf } from '../../../src/domain/council/judge';
import { STAGES, type CouncilEvent, type CouncilState } from '../../../src/domain/council/state';
import { isOwed } from '../../../src/domain/procedure/deadline';
import type { Standing } from '../../../src/domain/procedure/model';
import { isRefusal } from '../../../src/domain/refusal';
import {
  begun,
  BEGUN,
  CHAIR,
  codeOf,
  DEPUTY,
  member,
  RECORDER,
  refusal,
  SECRETARY,
  STAFF,
  STRANGER,
  SUPERVISOR,
  type Council,
} from '../../support/council-domain';
import { ACTIONS, doers, walk, walks, type Tried } from './random-walk';

/** What only `judge` refuses for: once it has let an action in, `decide` finds nothing of this kind. */
const ROLE_STAGE_TIME = [
  'procedure.not-entitled',
  'procedure.wrong-stage',
  'council.notice-period-running',
  'council.before-announced-time',
  'council.announced-too-late',
  'council.announced-day-passed',
];

describe('who may do what', () => {
  const recording = [RECORDER];
  const chairing = [CHAIR, DEPUTY, SECRETARY];
  test.each<[CouncilAction, Standing[]]>([
    ['issue-notice', [STAFF, SECRETARY]],
    ['confirm-posting', [STAFF]],
    ['ask-leave', [CHAIR, member(1)]],
    ['record-leave', [STAFF, ...recording]],
    ['recuse', [CHAIR, member(1)]],
    ['record-recusal', [...recording, ...chairing]],
    ['check-in', [STAFF, ...recording]],
    ['leave-early', [STAFF, ...recording]],
    ['admit-guest', [STAFF, ...recording]],
    ['open-sitting', chairing],
    ['adjourn', chairing],
    ['record-statement', recording],
    ['put-to-vote', chairing],
    ['cast-ballot', [CHAIR, member(1)]],
    ['enter-ballot', recording],
    ['close-vote', [...recording, ...chairing]],
    ['close-sitting', chairing],
    ['record-telling', [STAFF, ...recording]],
    ['publish-result', [STAFF, SECRETARY]],
    ['cancel', [SECRETARY]],
  ])('%s: nobody but those whom it falls to [HDA-3] [HDA-9] [HDA-11.2.3b]', (action, entitled) => {
    const { state } = begun();
    const everybody = [STAFF, SECRETARY, CHAIR, DEPUTY, RECORDER, member(1), SUPERVISOR, STRANGER];
    const may = everybody.filter(
      (actor) => definition.judge(action, state, actor, BEGUN)?.code !== 'procedure.not-entitled',
    );
    expect(new Set(may)).toEqual(new Set(entitled));
  });

  test.each([
    ['chair', CHAIR, ['named-chair', 'due-member']],
    ['deputy', DEPUTY, ['named-deputy']],
    ['recorder', RECORDER, ['named-recorder']],
    ['member', member(3), ['due-member']],
    ['stranger', STRANGER, []],
  ])('the council itself gives offices: %s [HDA-11.2.3b]', (_case, actor, offices) => {
    expect(officesOf(begun().state, actor.personId)).toEqual(offices);
  });

  test('the role is judged before the stage, so that nobody learns of a stage that is not theirs to act in [HDA-3]', () => {
    const { state } = begun();
    expect(definition.judge('close-sitting', state, STRANGER, BEGUN)).toEqual(
      refusal('procedure.not-entitled', null, { action: 'close-sitting' }),
    );
    expect(definition.judge('close-sitting', state, CHAIR, BEGUN)).toEqual(
      refusal('procedure.wrong-stage', null, {
        action: 'close-sitting',
        stage: 'draft',
        possible: 'issue-notice, cancel',
      }),
    );
  });
});

test('every action belongs to a stage, and the two last stages have none [HDA-11.1.2]', () => {
  expect(new Set(STAGES.flatMap(actionsIn))).toEqual(new Set(ACTIONS));
  expect([...actionsIn('closed'), ...actionsIn('cancelled')]).toEqual([]);
});

describe('on random walks', () => {
  const runs = { numRuns: 150 };

  test('what was judged possible is never refused for role, stage or time, and what was refused leaves no trace [HDA-11.1.2]', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        walk(steps, ({ action, actor, now, before, result }, { state }) => {
          const judged = definition.judge(action, before, actor, now);
          if (judged) expect(codeOf(result)).toBe(judged.code);
          else expect(ROLE_STAGE_TIME).not.toContain(codeOf(result));
          if (isRefusal(result)) expect(state).toBe(before);
          // The workflow asks only for the stage: it never turns away what the judge lets in.
          if (!judged) expect(judgeStage(action, before)).toBeNull();
        });
      }),
      runs,
    );
  });

  test('every sequence of events folds to the same state again, also when it comes from the log [HDA-11.1.2]', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        const { events, state } = walk(steps, () => {});
        const fold = (list: readonly CouncilEvent[]) =>
          list.reduce<CouncilState | null>((now, event) => definition.evolve(now, event), null);
        expect(fold(events)).toEqual(state);
        expect(fold(JSON.parse(JSON.stringify(events)) as CouncilEvent[])).toStrictEqual(state);
      }),
      runs,
    );
  });

  test('a closed or cancelled council has no timer, owes nothing and lets nobody act [HDA-11.3.3]', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        walk(steps, ({ now }, { state }) => {
          if (definition.status(state) === 'open') return;
          expect(definition.timers(state)).toEqual([]);
          expect(Object.values(state.duties).some(isOwed)).toBe(false);
          expect(ACTIONS.filter((action) => doers(action, state, now).length > 0)).toEqual([]);
        });
      }),
      runs,
    );
  });

  test('no sitting opens without its clear days, its hour and its quorum, however it came about [HDA-11.1.2] [HDA-9]', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        walk(steps, (tried) => {
          if (tried.action === 'open-sitting' && !isRefusal(tried.result)) expectLawfulOpening(tried);
        });
      }),
      runs,
    );
  });

  test('nothing is adopted without two thirds of those present, nor is anything published for less than 15 days [HDA-11.2.1] [LAW-RCL-34]', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        const council = walk(steps, () => {});
        expectLawfulVotes(council);
        const { publication } = council.state;
        if (!publication?.takenDownAt) return;
        expect(publication.takenDownAt).toBeGreaterThanOrEqual(startOfDay(addDays(publication.publishedOn, 16)));
      }),
      runs,
    );
  });

  test('the walks reach every stage and try every action with and without success [HDA-11.1.2]', () => {
    const stages = new Set<string>();
    const done = new Set<string>();
    const refused = new Set<string>();
    const property = fc.property(walks, (steps) => {
      walk(steps, ({ action, result }, { state }) => {
        stages.add(state.stage);
        (isRefusal(result) ? refused : done).add(action);
      });
    });
    fc.assert(property, { numRuns: 400, seed: 11 });
    expect(stages).toEqual(new Set(STAGES));
    expect(done).toEqual(new Set(Object.keys(COUNCIL_ACTIONS)));
    expect(refused).toEqual(new Set(Object.keys(COUNCIL_ACTIONS)));
  });
});

/** Said again from the regulation, not from the code: the last posting, three clear days, the announced day, more than half. */
function expectLawfulOpening({ before, now }: Tried): void {
  const { notice, due, sitting, broadInterest } = before;
  const today = civilDateOf(now);
  expect(today).toBe(civilDateOf(notice!.meetingAt));
  expect(now).toBeGreaterThanOrEqual(notice!.meetingAt);
  for (const { confirmation } of notice!.postings) expect(addDays(confirmation!.postedOn, 4) <= today).toBe(true);
  if (broadInterest) expect(notice!.postings.length).toBeGreaterThan(0);
  const present = due.filter(({ personId }) => {
    const one = sitting!.attendance[personId];
    return one?.checkedInAt && !one.leftAt;
  });
  expect(2 * present.length).toBeGreaterThan(due.length);
}

function expectLawfulVotes({ state }: Council): void {
  for (const { votes, outcome } of state.items) {
    const closed = votes.flatMap(({ verdict, ...vote }) => (verdict ? [{ ...vote, verdict }] : []));
    for (const { verdict, electors } of closed) {
      expect(verdict.base).toBe(electors.length);
      expect(verdict.passed).toBe(3 * verdict.inFavour >= 2 * electors.length);
    }
    const passed = closed.filter(({ verdict }) => verdict.passed).map(({ question }) => question);
    const word = { adopt: 'adopted', drop: 'dropped', postpone: 'postponed' } as const;
    if (outcome && outcome !== 'no-agreement') expect(passed.map((question) => word[question])).toEqual([outcome]);
    else expect(passed).toEqual([]);
    expect(new Set(votes.map(({ question }) => question)).size).toBe(votes.length);
  }
}
