import { refuse, type Refusal } from '../refusal';

/** Who may do an action, by role or by an office that the procedure itself gives, and while which stages last. */
export interface ActionRule {
  /** Whether it is a row in an open box; everything else is an event on record. */
  readonly isBallot?: true;
  readonly entitled: readonly string[];
  readonly stages: readonly string[];
}

/** The actions of a kind of procedure, in the order of its regulation. Deny is the default. */
export type ActionTable = Readonly<Record<string, ActionRule>>;

/** The actions that a stage takes. */
export function actionsIn<A extends string>(table: Readonly<Record<A, ActionRule>>, stage: string): A[] {
  return (Object.keys(table) as A[]).filter((action) => table[action].stages.includes(stage));
}

/** Whether one of the titles held, roles and offices alike, entitles to the action. Null when one does. */
export function judgeRole(table: ActionTable, action: string, held: readonly string[]): Refusal | null {
  const { entitled } = ruleOf(table, action);
  if (entitled.some((title) => held.includes(title))) return null;
  return refuse('procedure.not-entitled', null, { action, entitled: entitled.join(', ') });
}

/** Whether the stage takes the action. Null when it does; otherwise `possible` tells what can be done instead. */
export function judgeStage(
  table: ActionTable,
  action: string,
  stage: string,
  possible: () => readonly string[] = () => actionsIn(table, stage),
): Refusal | null {
  if (ruleOf(table, action).stages.includes(stage)) return null;
  return refuse('procedure.wrong-stage', null, { action, stage, possible: possible().join(', ') });
}

function ruleOf(table: ActionTable, action: string): ActionRule {
  const rule = table[action];
  if (!rule) throw new Error(`no action ${action}`);
  return rule;
}
