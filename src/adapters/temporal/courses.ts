import {
  isGrpcCancelledError,
  isGrpcDeadlineError,
  ServiceError,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  type Client,
} from '@temporalio/client';
import { defineSearchAttributeKey } from '@temporalio/common';
import type { CourseNews, CourseStart } from '../../contract/messages/course';
import { lookSignal, movedSignal, stateQuery } from '../../contract/messages/definitions';
import { Overloaded, type Courses, type Looking } from '../../ports/courses';
import { Unavailable, within } from '../../ports/unavailable';

export const SEARCH_ATTRIBUTES = {
  kind: defineSearchAttributeKey('GuichengKind', 'KEYWORD'),
  organisation: defineSearchAttributeKey('GuichengOrganisation', 'KEYWORD'),
};

/** How long a call may take, in milliseconds. */
const DEADLINE_MS = 4_000;

/** Calls under way at once. */
const MOST_IN_FLIGHT = 100;

/** One that failed or was ended from outside begins anew with what it is told; one that came to its end has nothing more to hear. */
const UNLESS_COMPLETED = 'ALLOW_DUPLICATE_FAILED_ONLY';

/** How many procedures are told to look at the same time. */
const LOOKS_AT_ONCE = 20;

export interface CourseOptions {
  readonly taskQueue: string;
  readonly workflowTaskTimeoutSeconds: number;
}

/** Running procedures as Temporal workflows. */
export function createCourses(
  client: Client,
  options: CourseOptions,
  log: { warn(details: object, words: string): void },
): Courses {
  const call = limited(client);
  return {
    async tell(course, news) {
      try {
        await client.withDeadline(Date.now() + DEADLINE_MS, () => tell(client, options, course, news));
      } catch (error) {
        const { workflowId } = course;
        log.warn({ err: error, workflowId }, 'a workflow could not be told: the next step or round makes up for it');
      }
    },
    wake: wakeWith(client, options),
    look: (workflowIds) =>
      look(workflowIds, (id) => call(() => client.workflow.getHandle(id).signal(lookSignal)), isGone),
    state: (workflowId) =>
      call(() =>
        client.workflow
          .getHandle(workflowId)
          .query(stateQuery)
          .catch((error: unknown) => (error instanceof WorkflowNotFoundError ? null : rethrow(error))),
      ),
  };
}

/** Wakes procedures: each is told to look at the record, and one that never had a workflow gets it. */
export function wakeWith(
  client: Client,
  options: CourseOptions,
): (courses: readonly CourseStart[]) => Promise<Looking> {
  const call = limited(client);
  return (courses) => {
    const byId = new Map(courses.map((course) => [course.workflowId, course]));
    const wake = (id: string) =>
      client.workflow.signalWithStart(byId.get(id)!.kind, {
        ...startOptions(byId.get(id)!, options),
        workflowIdReusePolicy: UNLESS_COMPLETED,
        signal: lookSignal,
        signalArgs: [],
      });
    return look([...byId.keys()], (id) => call(async () => void (await wake(id))), isOver);
  };
}

/** Tells a workflow that runs, as it mostly does, and otherwise starts it. One that has ended has nothing more to hear. */
async function tell(client: Client, options: CourseOptions, course: CourseStart, news: CourseNews): Promise<void> {
  const { version, stage, status, timers, clockOffset } = news;
  const told: CourseNews = { version, stage, status, timers, ...(clockOffset !== undefined && { clockOffset }) };
  if (version > 1) {
    try {
      // A little cheaper than the call that may also start it.
      return await client.workflow.getHandle(course.workflowId).signal(movedSignal, told);
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  }
  await client.workflow
    .signalWithStart(course.kind, {
      ...startOptions(course, options),
      workflowIdReusePolicy: UNLESS_COMPLETED,
      signal: movedSignal,
      signalArgs: [told],
    })
    .catch((error: unknown) => (isOver(error) ? undefined : rethrow(error)));
}

const isGone = (error: unknown) => error instanceof WorkflowNotFoundError;
const isOver = (error: unknown) => error instanceof WorkflowExecutionAlreadyStartedError;

/** Signals a few at a time, so that whoever asks meanwhile is still let in. */
async function look(
  workflowIds: readonly string[],
  signal: (id: string) => Promise<void>,
  hasEnded: (error: unknown) => boolean,
): Promise<Looking> {
  const told: string[] = [];
  const ended: string[] = [];
  for (let next = 0; next < workflowIds.length; next += LOOKS_AT_ONCE) {
    const some = workflowIds.slice(next, next + LOOKS_AT_ONCE);
    const outcomes = await Promise.allSettled(some.map(signal));
    outcomes.forEach((outcome, index) => {
      if (outcome.status === 'fulfilled') told.push(some[index]!);
      else if (hasEnded(outcome.reason)) ended.push(some[index]!);
    });
  }
  return { told, ended };
}

/** How the workflow of a procedure is started. Nothing of what people wrote is in it. */
export function startOptions(course: CourseStart, options: CourseOptions) {
  const { procedureId, workflowId, kind, organisationId } = course;
  return {
    workflowId,
    taskQueue: options.taskQueue,
    args: [{ procedureId, workflowId, kind, organisationId }] as [CourseStart],
    workflowTaskTimeout: `${options.workflowTaskTimeoutSeconds}s` as const,
    typedSearchAttributes: [
      { key: SEARCH_ATTRIBUTES.kind, value: kind },
      { key: SEARCH_ATTRIBUTES.organisation, value: organisationId },
    ],
  };
}

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

/** gRPC's RESOURCE_EXHAUSTED: the server limits the namespace. */
const RESOURCE_EXHAUSTED = 8;

function asOutage(error: unknown): unknown {
  if (isGrpcDeadlineError(error) || isGrpcCancelledError(error)) return new Unavailable('worker', 2, { cause: error });
  if (!(error instanceof ServiceError)) return error;
  const cause = error.cause as { code?: number } | undefined;
  if (cause?.code === RESOURCE_EXHAUSTED) return new Overloaded();
  if (isGrpcDeadlineError(cause) || isGrpcCancelledError(cause)) return new Unavailable('worker', 2, { cause: error });
  return new Unavailable('temporal', 2, { cause: error });
}

function rethrow(error: unknown): never {
  throw error;
}
