import type { Role } from '../permissions';
import type { ActionRule } from '../procedure/actions';
import type { CouncilStage } from './state';

/** Offices that the council itself gives: named at its start, by being on the list of those due, or with a task. */
export type Office = 'named-chair' | 'named-deputy' | 'named-recorder' | 'due-member' | 'task-responsible';

interface CouncilRule extends ActionRule {
  readonly entitled: readonly (Role | Office)[];
  readonly stages: readonly CouncilStage[];
}

export const CHAIRING = ['named-chair', 'named-deputy', 'chair', 'secretary'] as const;
const RECORDING = ['named-recorder', 'recorder'] as const;
const CARRYING = ['staff', 'secretary'] as const;

/** The sitting is closed, and what it decided is carried out. */
const AFTERWARDS = ['following-up', 'on-board', 'completing'] as const;

/** Who may do what, and while which stage lasts, in the order of the regulation. Deny is the default. */
export const COUNCIL_ACTIONS = {
  'issue-notice': {
    entitled: ['staff', 'secretary'],
    stages: ['draft', 'posting', 'waiting', 'adjourned'],
  },
  'confirm-posting': { entitled: ['staff'], stages: ['posting'] },
  'ask-leave': { entitled: ['due-member'], stages: ['posting', 'waiting'] },
  'record-leave': { entitled: ['staff', ...RECORDING], stages: ['posting', 'waiting'] },
  recuse: {
    entitled: ['due-member', 'named-chair', 'named-deputy', 'named-recorder'],
    stages: ['posting', 'waiting', 'sitting'],
  },
  'record-recusal': {
    entitled: [...RECORDING, ...CHAIRING],
    stages: ['posting', 'waiting', 'sitting'],
  },
  'check-in': { entitled: [...RECORDING, 'staff'], stages: ['waiting', 'sitting'] },
  'correct-posting': {
    entitled: ['staff', ...CHAIRING],
    stages: ['posting', 'waiting', 'sitting', ...AFTERWARDS],
  },
  'correct-attendance': {
    entitled: [...RECORDING, ...CHAIRING],
    stages: ['waiting', 'sitting', ...AFTERWARDS],
  },
  'change-officers': {
    entitled: ['secretary'],
    stages: ['draft', 'posting', 'waiting', 'sitting', 'adjourned', ...AFTERWARDS],
  },
  'leave-early': { entitled: [...RECORDING, 'staff'], stages: ['waiting', 'sitting'] },
  'admit-guest': { entitled: [...RECORDING, 'staff'], stages: ['waiting', 'sitting'] },
  'open-sitting': { entitled: CHAIRING, stages: ['waiting'] },
  adjourn: { entitled: CHAIRING, stages: ['waiting', 'sitting'] },
  'record-statement': { entitled: RECORDING, stages: ['sitting'] },
  'put-to-vote': { entitled: CHAIRING, stages: ['sitting'] },
  'cast-ballot': { isBallot: true, entitled: ['due-member'], stages: ['sitting'] },
  'enter-ballot': { isBallot: true, entitled: RECORDING, stages: ['sitting'] },
  'close-vote': { entitled: [...RECORDING, ...CHAIRING], stages: ['sitting'] },
  'correct-tally': { entitled: CHAIRING, stages: ['sitting', ...AFTERWARDS] },
  'refer-item': { entitled: CHAIRING, stages: ['sitting'] },
  'close-sitting': { entitled: CHAIRING, stages: ['sitting'] },
  'record-telling': {
    entitled: ['staff', ...RECORDING],
    stages: ['posting', 'waiting', 'sitting', 'adjourned', ...AFTERWARDS],
  },
  'publish-result': { entitled: CARRYING, stages: AFTERWARDS },
  'record-removal': { entitled: [...CARRYING, 'supervision-committee'], stages: AFTERWARDS },
  'extend-deadline': { entitled: ['secretary'], stages: ['adjourned', ...AFTERWARDS] },
  suspend: { entitled: ['secretary'], stages: ['adjourned', ...AFTERWARDS] },
  resume: { entitled: ['secretary'], stages: ['adjourned', ...AFTERWARDS] },
  'file-passed': { entitled: CARRYING, stages: AFTERWARDS },
  escalate: { entitled: CARRYING, stages: AFTERWARDS },
  'hand-to-assembly': { entitled: CARRYING, stages: AFTERWARDS },
  'assign-task': { entitled: CARRYING, stages: AFTERWARDS },
  'report-progress': { entitled: ['staff', 'task-responsible'], stages: AFTERWARDS },
  'withdraw-task': { entitled: ['staff'], stages: AFTERWARDS },
  'complete-task': { entitled: ['staff', 'task-responsible'], stages: AFTERWARDS },
  'raise-problem': { entitled: ['due-member', 'supervision-committee'], stages: AFTERWARDS },
  'answer-problem': { entitled: ['staff', 'secretary', 'chair'], stages: AFTERWARDS },
  cancel: { entitled: ['secretary'], stages: ['draft', 'posting', 'waiting', 'adjourned'] },
} as const satisfies Readonly<Record<string, CouncilRule>>;

export type CouncilAction = keyof typeof COUNCIL_ACTIONS;
