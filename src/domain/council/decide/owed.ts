import type { Unattended } from '../../procedure/model';
import { noticeOf } from '../parts';
import {
  clauseOfEscalation,
  isPassed,
  itemsToEscalate,
  itemsToFile,
  itemsToHandOver,
  passedInRound,
  untoldItems,
} from '../reading';
import type { CouncilEvent, CouncilState } from '../state';
import { promptly } from '../../procedure/prompt-duty';

/** What is owed once a sitting is closed, by what its items came to. */

/** Where the items go from here: into the file, to the assembly, or before the body above. */
export function goingUp(state: CouncilState, context: Unattended): CouncilEvent[] {
  const clause = clauseOfEscalation(state);
  const file = { kind: 'file-passed', within: 'council.fileWithinDays', clause: 'HDA-11.2.2' } as const;
  return [
    ...(itemsToFile(state).length > 0 ? [promptly(state, file, context)] : []),
    ...itemsToHandOver(state).map(({ id }) => handOver(state, id, context)),
    ...itemsToEscalate(state).map(({ id: subject }) =>
      promptly(state, { kind: 'escalate', subject, within: 'council.escalateWithinDays', clause }, context),
    ),
  ];
}

/** HDA-11.3.3: what passed in this sitting is told to those concerned promptly, also when the rest was adjourned. */
export function telling(state: CouncilState, context: Unattended): CouncilEvent[] {
  const { round } = noticeOf(state);
  if (!untoldItems(state).some((item) => isPassed(item) && passedInRound(item) === round)) return [];
  const tell = { kind: 'tell-concerned', within: 'council.tellWithinDays', clause: 'HDA-11.3.3' } as const;
  return [promptly(state, { ...tell, subject: String(round) }, context)];
}

/** HDA-11.3.1: a passed item of a community council is to be put to the assembly. */
export function handOver(state: CouncilState, itemId: string, context: Unattended): CouncilEvent {
  const duty = { kind: 'hand-to-assembly', within: 'council.handOverWithinDays', clause: 'HDA-11.3.1' } as const;
  return promptly(state, { ...duty, subject: itemId }, context);
}
