import type { CivilDate } from '../../calendar/civil-date';
import type { Context, Decision } from '../../procedure/model';
import { refuse, type Refusal } from '../../refusal';
import { isResolved, itemOf, secretaryOf } from '../reading';
import type { Finding, MeetingEvent, MeetingState } from '../state';
import { unknownItem } from './agenda';

export interface FindingInput {
  readonly itemId: string;
  /** The rule that was broken, and how. */
  readonly text: string;
  readonly severe: boolean;
  readonly effect: Finding['effect'];
  readonly on: CivilDate;
  readonly reference: string;
}

/**
 * PWR-5.2: what a wrong decision leads to that was taken against these rules: the district committee criticises and corrects; the responsibility
 * of the leaders concerned only where it is severe and had serious consequences or a bad influence.
 */
export function consequenceOf({ severe, effect }: Pick<Finding, 'severe' | 'effect'>): Finding['consequence'] {
  return severe && effect !== 'none' ? 'responsibility' : 'correction';
}

/** PWR-5.2: the district committee found that something was decided against these rules. It is on record here; who is responsible, others decide. */
export function recordFinding(
  state: MeetingState,
  input: FindingInput,
  context: Context,
): Decision<MeetingEvent> | Refusal {
  const item = itemOf(state, input.itemId);
  if (!item) return unknownItem(input.itemId);
  if (!isResolved(item)) return refuse('pwc.nothing-resolved', 'PWR-5.2');
  const { severe, effect, on } = input;
  const { now: at, today, actor } = context;
  const from = item.decidedOn ?? today;
  if (on < from || on > today) return refuse('pwc.found-out-of-time', 'PWR-5.2', { on, from, to: today });
  const consequence = consequenceOf(input);
  const finding: Finding = {
    itemId: item.id,
    text: context.keep(input.text),
    severe,
    effect,
    consequence,
    on,
    reference: context.keep(input.reference),
    by: actor.personId,
    at,
  };
  const secretary = secretaryOf(state);
  return {
    events: [{ type: 'finding-recorded', data: { finding } }],
    notices: [
      {
        kind: 'pwc-finding',
        clause: 'PWR-5.2',
        persons: secretary === null ? [] : [secretary],
        roles: ['subdistrict-supervisor', 'district-discipline', 'district-organisation-department'],
        params: { consequence },
      },
    ],
    answer: { consequence },
  };
}
