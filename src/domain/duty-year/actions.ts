import type { Role } from '../permissions';
import type { ActionRule } from '../procedure/actions';
import type { DutyLevel } from './catalogue';
import type { DutyYearStage } from './state';

interface DutyYearRule extends ActionRule {
  readonly entitled: readonly Role[];
  readonly stages: readonly DutyYearStage[];
}

/** Who carries the duties of a level through. */
export const CARRYING: Readonly<Record<DutyLevel, readonly Role[]>> = {
  subdistrict: ['party-affairs-office', 'secretary'],
  community: ['staff', 'secretary'],
};

const entitled = ['party-affairs-office', 'staff', 'secretary'] as const;
const stages = ['running', 'making-up'] as const;

/** A meeting is no action: it is counted by its own record. Deny is the default. */
export const DUTY_YEAR_ACTIONS = {
  'file-document': { entitled, stages },
  'explain-overdue': { entitled, stages },
  'record-deviation': { entitled: ['secretary'], stages },
} as const satisfies Readonly<Record<string, DutyYearRule>>;

export type DutyYearAction = keyof typeof DUTY_YEAR_ACTIONS;
