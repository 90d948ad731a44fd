import type { AgendaBody, AgendaReason, AgendaStatus, Settlement } from '../../domain/agenda';
import type { Bilingual } from './bilingual';

const w = (zh: string, en: string): Bilingual => ({ zh, en });

/** On whose agenda an item stands. */
export const BODY_WORDS: Readonly<Record<AgendaBody, Bilingual>> = {
  council: w('议事会', 'the council'),
  pwc: w('党工委', 'the Party Working Committee'),
};

/** Why an item stands there. */
export const REASON_WORDS: Readonly<Record<AgendaReason, Bilingual>> = {
  'not-passed': w('网格议事会没有通过', 'A grid council did not pass it'),
  filed: w('网格议事会通过，备案', 'Passed by a grid council, for the record'),
  'no-agreement': w('社区议事会未达成一致意见', 'A community council did not agree'),
  recusal: w('因回避不能表决', 'Recusals kept it from a vote'),
  postponed: w('缓办到期', 'Its postponement has ended'),
  proposed: w('党工委成员或党办提出', 'Proposed by a member of the committee or the Party affairs office'),
  emergency: w('紧急处置后报告', 'Reported after an emergency action'),
  reconsideration: w('经书记同意复议', "To be reconsidered with the secretary's consent"),
};

/** Where an item stands. */
export const AGENDA_STATUS_WORDS: Readonly<Record<AgendaStatus, Bilingual>> = {
  open: w('待讨论', 'Open'),
  'taken-up': w('已列入会议', 'Taken up'),
  settled: w('已有结果', 'Settled'),
  filed: w('已备案', 'On file'),
};

/** What the body above can decide. */
export const DECISION_WORDS: Readonly<Record<Settlement['outcome'], Bilingual>> = {
  adopted: w('同意', 'Adopted'),
  dropped: w('不办', 'Dropped'),
  postponed: w('缓办', 'Postponed'),
  noted: w('已听取', 'Heard'),
};
