import fc from 'fast-check';
import { addDays, startOfDay } from '../../../src/domain/calendar/civil-date';
import { COUNCIL_ACTIONS, type CouncilAction } from '../../../src/domain/council/actions';
import { council as definition } from '../../../src/domain/council/council';
import { judgeStage } from '../../../src/domain/procedure/actions';
import { STAGES, type CouncilEvent, type CouncilState } from '../../../src/domain/council/state';
import { isOwed } from '../../../src/domain/procedure/deadline';
import { isRefusal } from '../../../src/domain/refusal';
import { codeOf } from '../../support/council-domain';
import {
  expectLawfulAdjournment,
  expectLawfulCancelling,
  expectLawfulClosing,
  expectLawfulOpening,
  expectLawfulPutting,
  expectLawfulReferral,
  expectLawfulTelling,
  expectLawfulVotes,
} from './law';
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

describe('on random walks', () => {
  const runs = { numRuns: 100 };

  test('what was judged possible is never refused for role, stage or time, and what was refused leaves no trace [HDA-11.1.2]', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        walk(steps, ({ action, actor, now, before, result }, { state }) => {
          const judged = definition.judge(action, before, actor, now);
          if (judged) expect(codeOf(result)).toBe(judged.code);
          else expect(ROLE_STAGE_TIME).not.toContain(codeOf(result));
          if (isRefusal(result)) expect(state).toBe(before);
          // The workflow asks only for the stage: it never turns away what the judge lets in.
          if (!judged) expect(judgeStage(COUNCIL_ACTIONS, action, before.stage)).toBeNull();
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

  test.each<[string, CouncilAction, (tried: Tried) => void]>([
    [
      'a sitting opens only after its clear days, at its hour and with its quorum [HDA-11.1.2] [HDA-9]',
      'open-sitting',
      expectLawfulOpening,
    ],
    [
      'an item is put only on the announced day, with its quorum, by whoever does not stand aside [HDA-11.1.2] [HDA-9]',
      'put-to-vote',
      expectLawfulPutting,
    ],
    ['an item is referred only when recusals alone leave it no quorum [HDA-9]', 'refer-item', expectLawfulReferral],
    [
      'a sitting is adjourned only over an undecided item, and not in mid-vote [HDA-11.2.1]',
      'adjourn',
      expectLawfulAdjournment,
    ],
    [
      'a sitting is closed only when no question is left to put [HDA-11.2.1] [HDA-11.2.3a]',
      'close-sitting',
      expectLawfulClosing,
    ],
    ['people are told only of what had passed by then [HDA-11.3.3]', 'record-telling', expectLawfulTelling],
    ['a council is cancelled only before two thirds resolve anything [ACC-6.3]', 'cancel', expectLawfulCancelling],
  ])('%s', (_law, action, expectLawful) => {
    fc.assert(
      fc.property(walks, (steps) => {
        walk(steps, (tried) => {
          if (tried.action === action && !isRefusal(tried.result)) expectLawful(tried);
        });
      }),
      runs,
    );
  });

  test('an open sitting can always go on, by a vote, a referral, an adjournment or its closing [HDA-9]', () => {
    const onward = ['close-vote', 'put-to-vote', 'refer-item', 'adjourn', 'close-sitting'] as const;
    fc.assert(
      fc.property(walks, (steps) => {
        walk(steps, ({ now }, { state }) => {
          if (state.stage !== 'sitting') return;
          expect(onward.filter((action) => doers(action, state, now).length > 0)).not.toEqual([]);
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
        const { publications } = council.state;
        for (const { takenDownAt, publishedOn, removedEarly, itemIds } of publications) {
          // A later paper shows the same items with the right result.
          const isSuperseded = publications.some(
            (one) =>
              one.publishedOn >= publishedOn &&
              one.itemIds !== itemIds &&
              itemIds.every((id) => one.itemIds.includes(id)),
          );
          if (takenDownAt !== null && !removedEarly && !isSuperseded)
            expect(takenDownAt).toBeGreaterThanOrEqual(startOfDay(addDays(publishedOn, 16)));
        }
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
    fc.assert(property, { numRuns: 400, seed: 13 });
    expect(stages).toEqual(new Set(STAGES));
    expect(done).toEqual(new Set(Object.keys(COUNCIL_ACTIONS)));
    expect(refused).toEqual(new Set(Object.keys(COUNCIL_ACTIONS)));
  });
});
