import { COUNCIL_ACTIONS, type CouncilAction } from '../../../src/domain/council/actions';
import { actionsIn } from '../../../src/domain/procedure/actions';
import { council as definition } from '../../../src/domain/council/council';
import { officesOf } from '../../../src/domain/council/judge';
import { STAGES } from '../../../src/domain/council/state';
import type { Standing } from '../../../src/domain/procedure/model';
import {
  BEGUN,
  begun,
  CHAIR,
  DEPUTY,
  member,
  RECORDER,
  refusal,
  SECRETARY,
  STAFF,
  STRANGER,
  SUPERVISOR,
} from '../../support/council-domain';
import { ACTIONS } from './random-walk';

describe('who may do what', () => {
  const recording = [RECORDER];
  const chairing = [CHAIR, DEPUTY, SECRETARY];
  test.each<[CouncilAction, Standing[]]>([
    ['issue-notice', [STAFF, SECRETARY]],
    ['confirm-posting', [STAFF]],
    ['ask-leave', [CHAIR, member(1)]],
    ['record-leave', [STAFF, ...recording]],
    ['recuse', [CHAIR, DEPUTY, RECORDER, member(1)]],
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
    ['refer-item', chairing],
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
        possible: '',
      }),
    );
  });
});

test('every action belongs to a stage, and the two last stages have none [HDA-11.1.2]', () => {
  expect(new Set(STAGES.flatMap((stage) => actionsIn(COUNCIL_ACTIONS, stage)))).toEqual(new Set(ACTIONS));
  expect([...actionsIn(COUNCIL_ACTIONS, 'closed'), ...actionsIn(COUNCIL_ACTIONS, 'cancelled')]).toEqual([]);
});
