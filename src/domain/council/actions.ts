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
    course: 'command',
    entitled: ['staff', 'secretary'],
    stages: ['draft', 'posting', 'waiting', 'adjourned'],
  },
  'confirm-posting': { course: 'command', entitled: ['staff'], stages: ['posting'] },
  'ask-leave': { course: 'fact', entitled: ['due-member'], stages: ['posting', 'waiting'] },
  'record-leave': { course: 'fact', entitled: ['staff', ...RECORDING], stages: ['posting', 'waiting'] },
  recuse: {
    course: 'fact',
    entitled: ['due-member', 'named-chair', 'named-deputy', 'named-recorder'],
    stages: ['posting', 'waiting', 'sitting'],
  },
  'record-recusal': {
    course: 'fact',
    entitled: [...RECORDING, ...CHAIRING],
    stages: ['posting', 'waiting', 'sitting'],
  },
  'check-in': { course: 'fact', entitled: [...RECORDING, 'staff'], stages: ['waiting', 'sitting'] },
  'correct-posting': {
    course: 'command',
    entitled: ['staff', ...CHAIRING],
    stages: ['posting', 'waiting', 'sitting', ...AFTERWARDS],
  },
  'correct-attendance': {
    course: 'command',
    entitled: [...RECORDING, ...CHAIRING],
    stages: ['waiting', 'sitting', ...AFTERWARDS],
  },
  'change-officers': {
    course: 'fact',
    entitled: ['secretary'],
    stages: ['draft', 'posting', 'waiting', 'sitting', 'adjourned', ...AFTERWARDS],
  },
  'leave-early': { course: 'fact', entitled: [...RECORDING, 'staff'], stages: ['waiting', 'sitting'] },
  'admit-guest': { course: 'fact', entitled: [...RECORDING, 'staff'], stages: ['waiting', 'sitting'] },
  'open-sitting': { course: 'command', entitled: CHAIRING, stages: ['waiting'] },
  adjourn: { course: 'command', entitled: CHAIRING, stages: ['waiting', 'sitting'] },
  'record-statement': { course: 'fact', entitled: RECORDING, stages: ['sitting'] },
  'put-to-vote': { course: 'command', entitled: CHAIRING, stages: ['sitting'] },
  'cast-ballot': { course: 'ballot', entitled: ['due-member'], stages: ['sitting'] },
  'enter-ballot': { course: 'ballot', entitled: RECORDING, stages: ['sitting'] },
  'close-vote': { course: 'command', entitled: [...RECORDING, ...CHAIRING], stages: ['sitting'] },
  'correct-tally': { course: 'command', entitled: CHAIRING, stages: ['sitting', ...AFTERWARDS] },
  'refer-item': { course: 'command', entitled: CHAIRING, stages: ['sitting'] },
  'close-sitting': { course: 'command', entitled: CHAIRING, stages: ['sitting'] },
  'record-telling': {
    course: 'command',
    entitled: ['staff', ...RECORDING],
    stages: ['posting', 'waiting', 'sitting', 'adjourned', ...AFTERWARDS],
  },
  'publish-result': { course: 'command', entitled: CARRYING, stages: AFTERWARDS },
  'record-removal': { course: 'command', entitled: [...CARRYING, 'supervision-committee'], stages: AFTERWARDS },
  'extend-deadline': { course: 'command', entitled: ['secretary'], stages: ['adjourned', ...AFTERWARDS] },
  suspend: { course: 'command', entitled: ['secretary'], stages: ['adjourned', ...AFTERWARDS] },
  resume: { course: 'command', entitled: ['secretary'], stages: ['adjourned', ...AFTERWARDS] },
  'file-passed': { course: 'command', entitled: CARRYING, stages: AFTERWARDS },
  escalate: { course: 'command', entitled: CARRYING, stages: AFTERWARDS },
  'hand-to-assembly': { course: 'command', entitled: CARRYING, stages: AFTERWARDS },
  'assign-task': { course: 'command', entitled: CARRYING, stages: AFTERWARDS },
  'report-progress': { course: 'fact', entitled: ['staff', 'task-responsible'], stages: AFTERWARDS },
  'withdraw-task': { course: 'command', entitled: ['staff'], stages: AFTERWARDS },
  'complete-task': { course: 'command', entitled: ['staff', 'task-responsible'], stages: AFTERWARDS },
  'raise-problem': { course: 'command', entitled: ['due-member', 'supervision-committee'], stages: AFTERWARDS },
  'answer-problem': { course: 'command', entitled: ['staff', 'secretary', 'chair'], stages: AFTERWARDS },
  cancel: { course: 'command', entitled: ['secretary'], stages: ['draft', 'posting', 'waiting', 'adjourned'] },
} as const satisfies Readonly<Record<string, CouncilRule>>;

export type CouncilAction = keyof typeof COUNCIL_ACTIONS;
