import type { Instant } from '../../domain/calendar/civil-date';
import type { Timer } from '../../domain/procedure/deadline';
import type { ProcedureStatus } from '../../domain/procedure/model';
import type { Refusal } from '../../domain/refusal';

/** Where a procedure stands, as far as its workflow has to know to keep its time: no text that somebody wrote, and no name. */
export interface CourseNews {
  /** Number of the last event: what is heard never replaces what has a higher version. */
  readonly version: number;
  readonly stage: string;
  readonly status: ProcedureStatus;
  readonly timers: readonly Timer[];
  /** How far the training clock is ahead of the machine's, in milliseconds; absent in earnest. */
  readonly clockOffset?: number;
}

/** Where a procedure stands after a step, and the answer for whoever did it. */
export interface CourseReport extends CourseNews {
  readonly procedureId: string;
  readonly answer: Readonly<Record<string, unknown>>;
  /** Whether the step changed the stage or the moments that are waited for, so that the procedure's workflow has to hear of it. */
  readonly moved: boolean;
  /** Workflows to whose procedures something was told by this step: they are to look at the record. */
  readonly told?: readonly string[];
}

/** Who does an action; roles are looked up when it is carried out. */
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

/** A procedure that the service opens by itself. */
export type OpenOrder = Omit<BeginOrder, 'actor'>;

/** An action to carry out. `step` names it: the same step is carried out once. `input` has passed the action's schema. */
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
  /** What the workflow has heard of the record. */
  readonly version: number;
  readonly now: Instant;
}

/** A look at the record: what was told to the procedure meanwhile is received first. */
export interface LookOrder {
  readonly procedureId: string;
  readonly workflowId: string;
  readonly now: Instant;
}

export type CourseAnswer = CourseReport | Refusal;

/** What the workflow of a procedure is started with. */
export type CourseStart = Pick<BeginOrder, 'procedureId' | 'workflowId' | 'kind' | 'organisationId'>;

/** The live state of a procedure, as its workflow answers `state`. */
export interface CourseView {
  readonly procedureId: string;
  readonly kind: string;
  readonly stage: string;
  readonly status: ProcedureStatus;
  readonly version: number;
  readonly timers: readonly Timer[];
}

/** The id of a procedure's workflow: `council/<uuid>`. */
export function workflowIdOf(kind: string, procedureId: string): string {
  return `${kind}/${procedureId}`;
}

/** What a procedure does by itself. */
export interface CourseActivities {
  elapseTimer(order: TimerOrder): Promise<CourseReport>;
  /** Receives what was told to the procedure and gives where the record then says it stands. */
  catchUp(order: LookOrder): Promise<CourseReport>;
}
