import {
  allHandlersFinished,
  ApplicationFailure,
  condition,
  getExternalWorkflowHandle,
  setHandler,
} from '@temporalio/workflow';
import {
  REFUSED,
  type CourseAnswer,
  type CourseCommand,
  type CourseReport,
  type CourseStart,
  type CourseView,
} from '../contract/messages/course';
import { commandUpdate, lookSignal, openedUpdate, stateQuery } from '../contract/messages/definitions';
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
  let ahead: number | undefined;
  const apply = (answer: CourseAnswer) => {
    if (isRefusal(answer)) return answer;
    // The training clock goes forward only: an answer that was long on its way does not put it back.
    if (answer.clockOffset !== undefined) ahead = Math.max(ahead ?? answer.clockOffset, answer.clockOffset);
    if (answer.version > (report?.version ?? 0)) report = answer;
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
      return tell(apply(await steps.executeCommand({ ...command, procedureId, workflowId, now: Date.now() })));
    },
    { validator: (command) => turnAway(command, report, actions) },
  );
  setHandler(stateQuery, () => viewOf(start, report));
  let looks = 0;
  setHandler(lookSignal, () => void (looks += 1));

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
      keepTime(start, {
        report: () => report as CourseReport,
        looks: () => looks,
        ahead: () => ahead ?? 0,
        apply,
      }),
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

interface Kept {
  report(): CourseReport;
  /** How often the workflow was told to look at the record. */
  looks(): number;
  /** How far the business clock is ahead of the server's, in milliseconds, as far as the workflow has heard. */
  ahead(): number;
  apply(answer: CourseAnswer): CourseAnswer;
}

/** Sleeps to the next moment that is due, does what it brings, and looks anew whenever that moment has moved or it is told to. */
async function keepTime({ procedureId, workflowId }: CourseStart, kept: Kept): Promise<void> {
  const { report, looks, ahead, apply } = kept;
  const now = () => Date.now() + ahead();
  let looked = 0;
  while (report().status === 'open') {
    const timer = nextOf(report().timers);
    const sleptBy = ahead();
    const isTold = () => looks() > looked;
    // A command that leaves the next moment where it was does not disturb the sleep: its timer would only be ended and begun again.
    const hasMoved = () => report().status !== 'open' || !isSame(nextOf(report().timers), timer) || ahead() !== sleptBy;
    const isWoken = await sleepUntil(timer && timer.at - now(), () => isTold() || hasMoved());
    if (isWoken && !isTold()) continue;
    if (!isWoken && timer) {
      await tell(apply(await steps.elapseTimer({ procedureId, workflowId, timer, now: now() })));
    } else {
      looked = looks();
      await tell(apply(await steps.catchUp({ procedureId, workflowId, now: now() })));
    }
  }
}

/** Sleeps so many milliseconds, or for as long as it takes, unless it is woken; gives whether it was. */
async function sleepUntil(milliseconds: number | undefined, isWoken: () => boolean): Promise<boolean> {
  if (milliseconds !== undefined) return milliseconds > 0 && condition(isWoken, milliseconds);
  await condition(isWoken);
  return true;
}

/** Procedures to which a step told something look at once. One that cannot be reached is woken before long, since its message waits. */
async function tell(answer: CourseAnswer): Promise<CourseAnswer> {
  const told = isRefusal(answer) ? [] : (answer.told ?? []);
  await Promise.all(told.map((id) => getExternalWorkflowHandle(id).signal(lookSignal).catch(notFound)));
  return answer;
}

function notFound(error: unknown): void {
  if (!(error instanceof ApplicationFailure && error.type === 'ExternalWorkflowExecutionNotFound')) throw error;
}

function nextOf(timers: readonly Timer[]): Timer | undefined {
  return timers.reduce<Timer | undefined>((first, timer) => (first && first.at <= timer.at ? first : timer), undefined);
}

function isSame(one: Timer | undefined, other: Timer | undefined): boolean {
  return one?.key === other?.key && one?.at === other?.at;
}

function viewOf({ procedureId, kind }: CourseStart, report: CourseReport | undefined): CourseView {
  const { stage = 'beginning', status = 'open', version = 0, timers = [] } = report ?? {};
  return { procedureId, kind, stage, status, version, timers };
}
