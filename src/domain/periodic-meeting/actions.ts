import type { Role } from '../permissions';
import type { ActionRule } from '../procedure/actions';
import type { PeriodicStage } from './state';

/** Offices in a simpler meeting: named at its beginning, or due at it. */
export type PeriodicOffice = 'meeting-chair' | 'meeting-recorder' | 'meeting-member';

interface PeriodicRule extends ActionRule {
  readonly entitled: readonly (Role | PeriodicOffice)[];
  readonly stages: readonly PeriodicStage[];
}

const PREPARING = ['staff', 'secretary', 'party-affairs-office'] as const;

/** Who may do what, and while which stage lasts. Deny is the default. */
export const PERIODIC_ACTIONS = {
  'issue-notice': { entitled: [...PREPARING, 'meeting-chair'], stages: ['preparing', 'noticed'] },
  'ask-leave': { entitled: ['meeting-member'], stages: ['noticed'] },
  'record-leave': { entitled: [...PREPARING, 'meeting-recorder'], stages: ['noticed'] },
  'check-in': { entitled: [...PREPARING, 'meeting-recorder'], stages: ['noticed', 'sitting'] },
  'leave-early': { entitled: [...PREPARING, 'meeting-recorder'], stages: ['noticed', 'sitting'] },
  'correct-attendance': { entitled: [...PREPARING, 'meeting-recorder'], stages: ['noticed'] },
  'open-sitting': { entitled: ['meeting-chair'], stages: ['noticed'] },
  'record-point': { entitled: ['meeting-recorder'], stages: ['sitting'] },
  'record-decision': { entitled: ['meeting-chair', 'meeting-recorder'], stages: ['sitting'] },
  'record-dissent': { entitled: ['meeting-member'], stages: ['sitting', 'recording', 'closed'] },
  'close-sitting': { entitled: ['meeting-chair'], stages: ['sitting'] },
  'file-record': { entitled: ['meeting-recorder', ...PREPARING], stages: ['recording'] },
  cancel: { entitled: ['secretary', 'meeting-chair'], stages: ['preparing', 'noticed'] },
} as const satisfies Readonly<Record<string, PeriodicRule>>;

export type PeriodicAction = keyof typeof PERIODIC_ACTIONS;
