import type { Instant } from '../../domain/calendar/civil-date';
import type { Timer } from '../../domain/procedure/deadline';
import type { ProcedureStatus } from '../../domain/procedure/model';
import type { Refusal } from '../../domain/refusal';

/** Where a procedure stands after a step: what its workflow needs to go on, and the answer for whoever gave the command. */
export interface CourseReport {
  readonly procedureId: string;
  /** Number of the last event: a report never replaces one with a higher version. */
  readonly version: number;
  readonly stage: string;
  readonly status: ProcedureStatus;
  readonly timers: readonly Timer[];
  readonly answer: Readonly<Record<string, unknown>>;
  /** Workflows to whose procedures something was told by this step: they are to look at the record. */
  readonly told?: readonly string[];
  /** How far the training clock is ahead of the machine's, in milliseconds; absent in earnest. */
  readonly clockOffset?: number;
}

/** Who gives a command; roles are looked up when it is carried out. */
export interface CommandActor {
  readonly accountId: string;
  readonly personId: string;
}

/** A procedure to begin. `input` has passed the kind's schema. */
export interface BeginOrder {
  readonly procedureId: string;
  readonly workflowId: string;
  readonly kind: string;
  readonly organisationId: string;
  readonly actor: CommandActor;
  readonly input: unknown;
  readonly now: Instant;
}

/** A command or fact to carry out. `step` names it: the same step is carried out once. `input` has passed the action's schema. */
export interface ActionOrder {
  readonly procedureId: string;
  readonly workflowId: string;
  readonly step: string;
  readonly action: string;
  readonly actor: CommandActor;
  readonly input: unknown;
  readonly now: Instant;
}

/** A moment that has come. */
export interface TimerOrder {
  readonly procedureId: string;
  readonly workflowId: string;
  readonly timer: Timer;
  readonly now: Instant;
}

/** A look at the record: what was told to the procedure meanwhile is received first. */
export interface LookOrder {
  readonly procedureId: string;
  readonly workflowId: string;
  readonly now: Instant;
}

export type CourseAnswer = CourseReport | Refusal;

/** What a workflow is started with: an order to begin, without the moment, which the workflow's own clock gives. */
export type CourseStart = Omit<BeginOrder, 'now'>;

/** A command as it is sent to a workflow that already knows which procedure it is. */
export type CourseCommand = Omit<ActionOrder, 'now' | 'procedureId' | 'workflowId'>;

/** The live state of a procedure, as its workflow answers `state`. */
export interface CourseView {
  readonly procedureId: string;
  readonly kind: string;
  readonly stage: string;
  readonly status: ProcedureStatus;
  readonly version: number;
  readonly timers: readonly Timer[];
}

/** Type of the failure by which a validator turns a command away; its first detail is the refusal. */
export const REFUSED = 'Refused';

/** The id of a procedure's workflow: `council/<uuid>`. */
export function workflowIdOf(kind: string, procedureId: string): string {
  return `${kind}/${procedureId}`;
}

/** What the steps of every procedure are carried out by. */
export interface CourseActivities {
  beginProcedure(order: BeginOrder): Promise<CourseAnswer>;
  executeCommand(order: ActionOrder): Promise<CourseAnswer>;
  elapseTimer(order: TimerOrder): Promise<CourseReport>;
  /** Receives what was told to the procedure and gives where the record then says it stands. */
  catchUp(order: LookOrder): Promise<CourseReport>;
}
