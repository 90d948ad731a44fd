import type { ClauseId } from '../clause';
import type { MeetingStage } from './state';

/** The course of a PWC meeting that meets no obstacle [PWW-3.1a]. */
export const MAIN_COURSE: readonly MeetingStage[] = [
  'fixing-agenda',
  'noticed',
  'sitting',
  'documenting',
  'carrying-out',
  'closed',
];

/** The clause by which a meeting stands at each stage; none speaks of its end. */
export const STAGE_CLAUSES: Readonly<Record<MeetingStage, ClauseId | null>> = {
  'fixing-agenda': 'PWR-3.1.5a',
  noticed: 'PWR-3.1.6a',
  sitting: 'PWR-3.1.10a',
  adjourned: 'PWR-3.1.4a',
  documenting: 'PWR-3.1.14',
  'carrying-out': 'PWR-4.4',
  closed: null,
  cancelled: null,
};
