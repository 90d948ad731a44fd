import type { Role } from '../permissions';
import type { ActionRule } from '../procedure/actions';
import type { MeetingStage } from './state';

/** Offices in a PWC meeting: by the committee's roster, or given by the meeting itself. */
export type MeetingOffice =
  | 'committee-secretary'
  | 'committee-member'
  | 'delegated-chair'
  | 'meeting-recorder'
  | 'signatory'
  | 'leader-in-charge';

interface MeetingRule extends ActionRule {
  readonly entitled: readonly (Role | MeetingOffice)[];
  readonly stages: readonly MeetingStage[];
}

/** PWR-3.1.2: the secretary, or a deputy by recorded delegation; nobody else. */
export const CHAIRING = ['committee-secretary', 'delegated-chair'] as const;
const OFFICE = ['party-affairs-office'] as const;
/** PWR-5.1: those who supervise for the district committee. */
const DISTRICT = ['district-discipline', 'district-organisation-department'] as const;
const RECORDING = ['meeting-recorder'] as const;

const BEFORE = ['fixing-agenda', 'noticed', 'adjourned'] as const;
const AFTERWARDS = ['documenting', 'carrying-out'] as const;
/** What is decided is told and carried out also while the rest of the agenda waits for another day, told of anew or not yet. */
const DECIDED = ['noticed', 'adjourned', ...AFTERWARDS] as const;

/** Who may do what, and while which stage lasts, in the order of the regulation. Deny is the default. */
export const MEETING_ACTIONS = {
  'delegate-chair': { entitled: ['committee-secretary'], stages: [...BEFORE, 'sitting'] },
  'change-recorder': { entitled: ['committee-secretary', ...OFFICE], stages: [...BEFORE, 'sitting', ...AFTERWARDS] },
  'update-roster': { entitled: [...OFFICE, ...RECORDING], stages: DECIDED },
  'fix-agenda': { entitled: ['committee-secretary'], stages: ['fixing-agenda'] },
  'issue-notice': { entitled: [...CHAIRING, ...OFFICE], stages: ['fixing-agenda', 'noticed', 'adjourned'] },
  'add-late-item': { entitled: ['committee-secretary'], stages: ['noticed', 'sitting'] },
  'withdraw-item': {
    entitled: ['committee-secretary'],
    stages: ['noticed', 'sitting', 'adjourned', ...AFTERWARDS, 'closed'],
  },
  'circulate-papers': { entitled: OFFICE, stages: ['noticed', 'sitting'] },
  'confirm-reading': { entitled: ['committee-member'], stages: ['noticed', 'sitting'] },
  'ask-leave': { entitled: ['committee-member'], stages: ['noticed'] },
  'record-leave': { entitled: [...OFFICE, ...RECORDING], stages: ['noticed'] },
  'give-opinion': { entitled: ['committee-member'], stages: ['noticed', 'sitting'] },
  'invite-guest': { entitled: [...OFFICE, ...RECORDING], stages: ['fixing-agenda', 'noticed', 'sitting'] },
  recuse: { entitled: ['committee-member'], stages: ['noticed', 'sitting'] },
  'record-recusal': { entitled: [...RECORDING, ...CHAIRING], stages: ['noticed', 'sitting'] },
  'check-in': { entitled: [...RECORDING, ...OFFICE], stages: ['noticed', 'sitting'] },
  'leave-early': { entitled: [...RECORDING, ...OFFICE], stages: ['noticed', 'sitting'] },
  'correct-attendance': { entitled: [...RECORDING, ...OFFICE], stages: ['noticed', 'sitting'] },
  'open-sitting': { entitled: CHAIRING, stages: ['noticed'] },
  adjourn: { entitled: CHAIRING, stages: ['noticed', 'sitting'] },
  'report-consultation': { entitled: [...CHAIRING, ...RECORDING], stages: ['sitting'] },
  'record-statement': { entitled: RECORDING, stages: ['sitting'] },
  'sum-up': { entitled: [...CHAIRING, ...RECORDING], stages: ['sitting'] },
  'inform-absent': { entitled: [...CHAIRING, ...OFFICE], stages: ['sitting', ...DECIDED] },
  'put-to-vote': { entitled: CHAIRING, stages: ['sitting'] },
  'enter-ballot': { isBallot: true, entitled: RECORDING, stages: ['sitting'] },
  'close-vote': { entitled: CHAIRING, stages: ['sitting'] },
  'defer-item': { entitled: CHAIRING, stages: ['sitting'] },
  'note-item': { entitled: CHAIRING, stages: ['sitting'] },
  'refer-item': { entitled: CHAIRING, stages: ['sitting'] },
  'close-sitting': { entitled: CHAIRING, stages: ['noticed', 'sitting', 'adjourned'] },
  'draft-document': { entitled: [...OFFICE, ...RECORDING], stages: AFTERWARDS },
  'revise-document': { entitled: [...OFFICE, ...RECORDING], stages: AFTERWARDS },
  'withdraw-document': { entitled: [...OFFICE, ...RECORDING], stages: AFTERWARDS },
  'delegate-signature': { entitled: ['signatory'], stages: AFTERWARDS },
  'return-document': { entitled: ['signatory'], stages: AFTERWARDS },
  'sign-document': { entitled: ['signatory'], stages: AFTERWARDS },
  'tell-downward': { entitled: OFFICE, stages: DECIDED },
  'enter-district-decision': { entitled: OFFICE, stages: DECIDED },
  'assign-task': { entitled: CHAIRING, stages: DECIDED },
  'note-no-task': { entitled: CHAIRING, stages: DECIDED },
  'report-progress': { entitled: ['leader-in-charge', ...OFFICE], stages: DECIDED },
  'complete-task': { entitled: ['leader-in-charge', ...OFFICE], stages: DECIDED },
  'withdraw-task': { entitled: CHAIRING, stages: DECIDED },
  'record-dissent': { entitled: ['committee-member'], stages: ['sitting', ...DECIDED, 'closed'] },
  'reopen-item': { entitled: ['committee-secretary'], stages: [...AFTERWARDS, 'closed'] },
  'record-finding': { entitled: [...OFFICE, ...DISTRICT], stages: [...DECIDED, 'closed'] },
  cancel: { entitled: ['committee-secretary'], stages: BEFORE },
} as const satisfies Readonly<Record<string, MeetingRule>>;

export type MeetingAction = keyof typeof MEETING_ACTIONS;
