import type { ClauseId } from '../clause';
import type { CouncilStage } from './state';

/** The course of a council that meets no obstacle, in order; a narrow topic is not posted. */
export const MAIN_COURSE: readonly CouncilStage[] = [
  'draft',
  'posting',
  'waiting',
  'sitting',
  'following-up',
  'on-board',
  'completing',
  'closed',
];

/** The clause by which a council stands at each stage; none speaks of its beginning or end. */
export const STAGE_CLAUSES: Readonly<Record<CouncilStage, ClauseId | null>> = {
  draft: 'HDA-11.1.1',
  posting: 'HDA-11.1.2',
  waiting: 'HDA-11.1.2',
  sitting: 'HDA-11.2.1',
  adjourned: 'HDA-9',
  'following-up': 'HDA-11.3.3',
  'on-board': 'LAW-RCL-34',
  completing: 'HDA-11.3.2',
  closed: null,
  cancelled: null,
};
