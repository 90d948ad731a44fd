import {
  ApplicationFailure,
  isGrpcCancelledError,
  isGrpcDeadlineError,
  ServiceError,
  WithStartWorkflowOperation,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
  type Client,
} from '@temporalio/client';
import { defineSearchAttributeKey } from '@temporalio/common';
import { REFUSED, type CourseAnswer, type CourseStart } from '../../contract/messages/course';
import { commandUpdate, lookSignal, openedUpdate, stateQuery } from '../../contract/messages/definitions';
import { isRefusal, refuse, type Refusal } from '../../domain/refusal';
import { Overloaded, type Courses, type Looking } from '../../ports/courses';
import { Unavailable, within } from '../../ports/unavailable';

export const SEARCH_ATTRIBUTES = {
  kind: defineSearchAttributeKey('GuichengKind', 'KEYWORD'),
  organisation: defineSearchAttributeKey('GuichengOrganisation', 'KEYWORD'),
};

/** How long a call may take before its asker is told to repeat it, in milliseconds; the whole answer stays under five seconds. */
const DEADLINE_MS = 4_000;

/** Calls under way at once; more would only queue behind the worker. */
const MOST_IN_FLIGHT = 100;

/** How many procedures are told to look at the same time. */
const LOOKS_AT_ONCE = 20;

export interface CourseOptions {
  readonly taskQueue: string;
  readonly workflowTaskTimeoutSeconds: number;
  /** The stored answer to a start whose workflow has already ended; null when it ended before anything was begun. */
  readonly firstAnswer: (start: CourseStart) => Promise<CourseAnswer | null>;
}

/** Running procedures as Temporal workflows. */
export function createCourses(client: Client, options: CourseOptions): Courses {
  const call = limited(client);
  return {
    begin: (start) => call(() => begin(client, start, options)),
    command: (workflowId, command) =>
      call(() =>
        client.workflow
          .getHandle(workflowId)
          .executeUpdate(commandUpdate, { updateId: command.step, args: [command] })
          .catch(asRefusal),
      ),
    look: (workflowIds) => look(workflowIds, signalling(client, call)),
    state: (workflowId) =>
      call(() =>
        client.workflow
          .getHandle(workflowId)
          .query(stateQuery)
          .catch((error: unknown) => (error instanceof WorkflowNotFoundError ? null : rethrow(error))),
      ),
  };
}

/** Tells procedures to look at the record; for a process that does nothing else with them. */
export function lookWith(client: Client): Courses['look'] {
  const signal = signalling(client, limited(client));
  return (workflowIds) => look(workflowIds, signal);
}

function signalling(client: Client, call: ReturnType<typeof limited>): (workflowId: string) => Promise<void> {
  return (workflowId) => call(() => client.workflow.getHandle(workflowId).signal(lookSignal));
}

async function begin(client: Client, start: CourseStart, options: CourseOptions): Promise<CourseAnswer> {
  const startWorkflowOperation = new WithStartWorkflowOperation(start.kind, {
    ...startOptions(start, options),
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'REJECT_DUPLICATE',
  });
  try {
    return await client.workflow.executeUpdateWithStart(openedUpdate, { updateId: 'opened', startWorkflowOperation });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    return (await options.firstAnswer(start)) ?? refuse('procedure.ended', null);
  }
}

/** Signals a few at a time, so that whoever gives a command meanwhile is still let in. */
async function look(workflowIds: readonly string[], signal: (id: string) => Promise<void>): Promise<Looking> {
  const told: string[] = [];
  const ended: string[] = [];
  for (let next = 0; next < workflowIds.length; next += LOOKS_AT_ONCE) {
    const some = workflowIds.slice(next, next + LOOKS_AT_ONCE);
    const outcomes = await Promise.allSettled(some.map(signal));
    outcomes.forEach((outcome, index) => {
      if (outcome.status === 'fulfilled') told.push(some[index]!);
      else if (outcome.reason instanceof WorkflowNotFoundError) ended.push(some[index]!);
    });
  }
  return { told, ended };
}

/** How the workflow of a procedure is started. */
export function startOptions(start: CourseStart, options: Omit<CourseOptions, 'firstAnswer'>) {
  return {
    workflowId: start.workflowId,
    taskQueue: options.taskQueue,
    args: [start] as [CourseStart],
    workflowTaskTimeout: `${options.workflowTaskTimeoutSeconds}s` as const,
    typedSearchAttributes: [
      { key: SEARCH_ATTRIBUTES.kind, value: start.kind },
      { key: SEARCH_ATTRIBUTES.organisation, value: start.organisationId },
    ],
  };
}

/** A command that a validator turned away is a refusal; one to a workflow that has ended cannot be given any more. */
function asRefusal(error: unknown): Refusal {
  if (
    error instanceof WorkflowUpdateFailedError &&
    error.cause instanceof ApplicationFailure &&
    error.cause.type === REFUSED
  ) {
    const [refusal] = error.cause.details ?? [];
    if (isRefusal(refusal)) return refusal;
  }
  if (error instanceof WorkflowNotFoundError) return refuse('procedure.ended', null);
  return rethrow(error);
}

/** The server's word for an Update that reached a worker which was busy with another task's steps; it was not carried out. */
const UNPROCESSED = 'UnprocessedUpdate';

function limited(client: Client) {
  let inFlight = 0;
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (inFlight >= MOST_IN_FLIGHT) throw new Overloaded();
    inFlight += 1;
    try {
      // The client waits between its own attempts without a look at the deadline.
      return await within(DEADLINE_MS, 'worker', client.withDeadline(Date.now() + DEADLINE_MS, work));
    } catch (error) {
      throw asOutage(error);
    } finally {
      inFlight -= 1;
    }
  };
}

/** gRPC's RESOURCE_EXHAUSTED: the server limits the namespace, or ten Updates of one workflow are under way. */
const RESOURCE_EXHAUSTED = 8;

function asOutage(error: unknown): unknown {
  if (
    error instanceof WorkflowUpdateRPCTimeoutOrCancelledError ||
    isGrpcDeadlineError(error) ||
    isGrpcCancelledError(error)
  ) {
    return new Unavailable('worker', 2, { cause: error });
  }
  if (
    error instanceof WorkflowUpdateFailedError &&
    error.cause instanceof ApplicationFailure &&
    error.cause.type === UNPROCESSED
  ) {
    return new Unavailable('worker', 2, { cause: error });
  }
  if (!(error instanceof ServiceError)) return error;
  const cause = error.cause as { code?: number } | undefined;
  if (cause?.code === RESOURCE_EXHAUSTED) return new Overloaded();
  if (isGrpcDeadlineError(cause) || isGrpcCancelledError(cause)) return new Unavailable('worker', 2, { cause: error });
  return new Unavailable('temporal', 2, { cause: error });
}

function rethrow(error: unknown): never {
  throw error;
}
