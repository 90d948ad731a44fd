import { allHandlersFinished, ApplicationFailure, condition, setHandler } from '@temporalio/workflow';
import {
  REFUSED,
  type CourseAnswer,
  type CourseCommand,
  type CourseReport,
  type CourseStart,
  type CourseView,
} from '../contract/messages/course';
import { commandUpdate, openedUpdate, stateQuery } from '../contract/messages/definitions';
import { judgeCommand, type ActionTable } from '../domain/procedure/actions';
import type { Timer } from '../domain/procedure/deadline';
import { isRefusal } from '../domain/refusal';
import { steps } from './steps';

/** The course of one procedure: its stage, its timers and the commands that move it. */
export interface Course {
  /** Waits while the procedure is in one of these stages. Commands and timers move it on. */
  during(...stages: readonly string[]): Promise<void>;
  readonly stage: string;
}

/**
 * Runs a procedure from its beginning to its end. `walk` names the stages in the regulation's order; when it returns the workflow
 * ends, after every command that is still being answered. Nothing is walked when the beginning was refused.
 */
export async function runCourse(
  start: CourseStart,
  actions: ActionTable,
  walk: (course: Course) => Promise<void>,
): Promise<void> {
  let begun: CourseAnswer | undefined;
  let report: CourseReport | undefined;
  const apply = (answer: CourseAnswer) => {
    if (!isRefusal(answer) && answer.version > (report?.version ?? 0)) report = answer;
    return answer;
  };

  setHandler(openedUpdate, async () => {
    await condition(() => begun !== undefined);
    return begun as CourseAnswer;
  });
  setHandler(
    commandUpdate,
    async (command) => {
      const { procedureId, workflowId } = start;
      return apply(await steps.executeCommand({ ...command, procedureId, workflowId, now: Date.now() }));
    },
    { validator: (command) => turnAway(command, report, actions) },
  );
  setHandler(stateQuery, () => viewOf(start, report));

  begun = apply(await steps.beginProcedure({ ...start, now: Date.now() }));
  if (report) {
    const course: Course = {
      during: (...stages) => condition(() => !stages.includes(report?.stage ?? '')),
      get stage() {
        return report?.stage ?? '';
      },
    };
    await Promise.all([
      walkToEnd(course, walk, () => report as CourseReport),
      keepTime(start, () => report as CourseReport, apply),
    ]);
  }
  await condition(allHandlersFinished);
}

/** A walk that ends before its procedure has forgotten a stage: a mistake that shows itself at once. */
async function walkToEnd(
  course: Course,
  walk: (course: Course) => Promise<void>,
  report: () => CourseReport,
): Promise<void> {
  await walk(course);
  if (report().status === 'open') throw ApplicationFailure.nonRetryable(`the walk ended at the stage ${course.stage}`);
}

function turnAway(command: CourseCommand, report: CourseReport | undefined, actions: ActionTable): void {
  if (!report) return;
  const refusal = judgeCommand(actions, command.action, report.stage);
  if (refusal) throw ApplicationFailure.nonRetryable(refusal.code, REFUSED, refusal);
}

/**
 * At the latest after a day the record is read again. A command that was written and whose Update the server then lost, with the process
 * that carried it out, is made up for in this way even when nobody repeats it.
 */
const LOOK_AGAIN_MS = 24 * 60 * 60_000;

/** Sleeps to the next moment that is due, does what it brings, and looks anew whenever the course has moved. */
async function keepTime(
  start: CourseStart,
  report: () => CourseReport,
  apply: (answer: CourseAnswer) => unknown,
): Promise<void> {
  const { procedureId, workflowId } = start;
  while (report().status === 'open') {
    const { version, timers } = report();
    const timer = nextOf(timers);
    const wait = Math.min(timer ? timer.at - Date.now() : Infinity, LOOK_AGAIN_MS);
    if (wait > 0 && (await condition(() => report().version !== version, wait))) continue;
    if (timer && timer.at <= Date.now())
      apply(await steps.elapseTimer({ procedureId, workflowId, timer, now: Date.now() }));
    else apply(await steps.readCourse(procedureId));
  }
}

function nextOf(timers: readonly Timer[]): Timer | undefined {
  return timers.reduce<Timer | undefined>((first, timer) => (first && first.at <= timer.at ? first : timer), undefined);
}

function viewOf({ procedureId, kind }: CourseStart, report: CourseReport | undefined): CourseView {
  const { stage = 'beginning', status = 'open', version = 0, timers = [] } = report ?? {};
  return { procedureId, kind, stage, status, version, timers };
}
