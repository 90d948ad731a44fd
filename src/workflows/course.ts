import {
  allHandlersFinished,
  ApplicationFailure,
  condition,
  getExternalWorkflowHandle,
  setHandler,
} from '@temporalio/workflow';
import type { CourseNews, CourseReport, CourseStart, CourseView } from '../contract/messages/course';
import { lookSignal, movedSignal, stateQuery } from '../contract/messages/definitions';
import type { Timer } from '../domain/procedure/deadline';
import { steps } from './steps';

/**
 * Keeps the time of one procedure from its beginning to its end. What people do is on record before the workflow hears of it; what time brings, the
 * workflow does. It may not hear of every step: where the procedure stands is what it heard last.
 */
export async function keepCourse(start: CourseStart): Promise<void> {
  const heard = new Heard();
  setHandler(movedSignal, (news) => heard.of(news));
  setHandler(lookSignal, () => heard.toLook());
  setHandler(stateQuery, () => viewOf(start, heard.news));

  await condition(() => heard.news !== undefined || heard.isToLook);
  if (!heard.news) await look(start, heard);
  await keepTime(start, heard);
  await condition(allHandlersFinished);
}

/** What a workflow has heard of its procedure. News may overtake one another on the way: what knows more stands. */
class Heard {
  news: CourseNews | undefined;
  /** How far the business clock is ahead of the server's, in milliseconds. It goes forward only. */
  ahead = 0;
  #knowsClock = false;
  #asked = 0;
  #looked = 0;

  get last(): CourseNews {
    if (!this.news) throw ApplicationFailure.nonRetryable('nothing was heard of the procedure');
    return this.news;
  }

  of({ version, stage, status, timers, clockOffset }: CourseNews): void {
    if (clockOffset !== undefined) {
      this.ahead = this.#knowsClock ? Math.max(this.ahead, clockOffset) : clockOffset;
      this.#knowsClock = true;
    }
    if (version > (this.news?.version ?? 0)) this.news = { version, stage, status, timers };
  }

  toLook(): void {
    this.#asked += 1;
  }

  get isToLook(): boolean {
    return this.#asked > this.#looked;
  }

  /** What is asked from now on asks for another look. */
  looking(): void {
    this.#looked = this.#asked;
  }
}

/** After a step that changed nothing its workflow does not ask for the same at once. */
const UNCHANGED_PAUSE_MS = 10_000;

/** Sleeps to the next moment that is due, does what it brings, and looks anew whenever that moment has moved or it is told to. */
async function keepTime(start: CourseStart, heard: Heard): Promise<void> {
  const { procedureId, workflowId } = start;
  const now = () => Date.now() + heard.ahead;
  while (heard.last.status === 'open') {
    const timer = nextOf(heard.last.timers);
    const sleptBy = heard.ahead;
    // A step that leaves the next moment where it was does not disturb the sleep: its timer would only be ended and begun again.
    const hasMoved = () =>
      heard.last.status !== 'open' || !isSame(nextOf(heard.last.timers), timer) || heard.ahead !== sleptBy;
    const isWoken = await sleepUntil(timer && timer.at - now(), () => heard.isToLook || hasMoved());
    if (heard.isToLook) {
      await look(start, heard);
    } else if (!isWoken && timer) {
      const { version } = heard.last;
      heard.of(await tell(await steps.elapseTimer({ procedureId, workflowId, timer, version, now: now() })));
      if (heard.last.version === version && !(await condition(() => heard.isToLook || hasMoved(), UNCHANGED_PAUSE_MS)))
        heard.toLook();
    }
  }
}

async function look({ procedureId, workflowId }: CourseStart, heard: Heard): Promise<void> {
  heard.looking();
  const now = Date.now() + heard.ahead;
  heard.of(await tell(await steps.catchUp({ procedureId, workflowId, now })));
}

/** Sleeps so many milliseconds, or for as long as it takes, unless it is woken; gives whether it was. */
async function sleepUntil(milliseconds: number | undefined, isWoken: () => boolean): Promise<boolean> {
  if (milliseconds !== undefined) return milliseconds > 0 && condition(isWoken, milliseconds);
  await condition(isWoken);
  return true;
}

/** Procedures to which a step told something look at once. One that cannot be reached is woken before long, since its message waits. */
async function tell(report: CourseReport): Promise<CourseReport> {
  const { told = [] } = report;
  await Promise.all(told.map((id) => getExternalWorkflowHandle(id).signal(lookSignal).catch(notFound)));
  return report;
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

function viewOf({ procedureId, kind }: CourseStart, news: CourseNews | undefined): CourseView {
  const { stage = 'beginning', status = 'open', version = 0, timers = [] } = news ?? {};
  return { procedureId, kind, stage, status, version, timers };
}
