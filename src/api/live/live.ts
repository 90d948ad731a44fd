import { civilDateOf } from '../../domain/calendar/civil-date';
import type { Changes } from '../../ports/changes';
import type { Clock } from '../../ports/clock';
import type { Sessions } from '../../ports/sessions';
import { liveMetrics } from '../metrics';
import { reachOf } from '../procedures/access';
import { refuseUntil, type Problem } from '../problem';
import { EventStream, type Sink } from './event-stream';
import { Telling, type TellingDeps } from './telling';
import type { Watch, Watcher } from './watch';
import type { Registry } from 'prom-client';

export interface LiveSettings {
  /** How often a stream says that it is there, and its rights are looked at again, in milliseconds. */
  readonly beatMs: number;
  /** How many streams one process keeps, and how many of them for one account. */
  readonly most: number;
  readonly mostPerAccount: number;
}

const SETTINGS: LiveSettings = { beatMs: 15_000, most: 1_000, mostPerAccount: 20 };

/** After how many seconds somebody who was turned away may come back. */
const RETRY_AFTER_SECONDS = 30;

export interface LiveDeps extends Omit<TellingDeps, 'told'> {
  readonly changes: Changes;
  readonly sessions: Pick<Sessions, 'actorOf'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly metrics: Registry;
  readonly settings?: Partial<LiveSettings> | undefined;
}

/** Tells browsers that a procedure has moved, as it moves. */
export interface Live {
  /** A stream for somebody who is signed in; refused where there are too many. */
  watch(watcher: Watcher): EventStream | Problem;
}

/** Begins to hear of changes, and goes on until `closing`. */
export function createLive(deps: LiveDeps): Live {
  const { changes, closing } = deps;
  const { beatMs, most, mostPerAccount } = { ...SETTINGS, ...deps.settings };
  let isHeard = false;
  const numbers = liveMetrics(deps.metrics, { streams: () => telling.watches.size, isHeard: () => isHeard });
  const telling = new Telling({ ...deps, told: () => numbers.told.inc() });
  const { watches } = telling;
  const beat = () => watches.forEach(({ sink }) => sink.send({ event: 'beat', data: { heard: isHeard } }));
  const recheckAll = async (those: readonly Watch[]) => {
    // One after another: nobody waits for it, and the requests of people come first.
    for (const watch of those) await recheck(deps, telling, watch).catch(() => undefined);
  };

  changes.follow({
    moved: (procedureId) => telling.moved(procedureId),
    rightsChanged: (accountId) => void recheckAll([...watches].filter(({ actor }) => actor.accountId === accountId)),
    heard(now) {
      isHeard = now;
      telling.restart();
      beat();
      if (now) for (const watch of watches) void begin(deps, telling, watch, null);
    },
  });
  const beating = setInterval(() => {
    beat();
    void recheckAll([...watches]);
  }, beatMs).unref();
  closing?.addEventListener('abort', () => {
    clearInterval(beating);
    for (const { sink } of watches) sink.end('come-again');
  });

  function add(watcher: Watcher, sink: Sink): void {
    const watch: Watch = { ...watcher, stamp: watcher.lastEventId, sink };
    watches.add(watch);
    sink.onClose(() => watches.delete(watch));
    sink.send({ event: 'beat', data: { heard: isHeard } });
    void begin(deps, telling, watch, watcher.lastEventId);
  }

  return {
    watch(watcher) {
      const own = [...watches].filter(({ actor }) => actor.accountId === watcher.actor.accountId).length;
      const isFull = watches.size >= most || own >= mostPerAccount;
      if (isFull || closing?.aborted) return refuseUntil('request.too-many', RETRY_AFTER_SECONDS);
      return new EventStream((sink) => add(watcher, sink));
    },
  };
}

/** From here on the stream hears of everything: first who it is for, then what it does not know yet. */
async function begin(deps: LiveDeps, telling: Telling, watch: Watch, lastEventId: string | null): Promise<void> {
  try {
    await recheck(deps, telling, watch);
    await telling.catchUp(watch, lastEventId);
  } catch {
    watch.sink.end('come-again');
  }
}

/** Looks at the sign-in and the roles again, and ends the stream of whoever may look on no longer. */
async function recheck({ sessions, clock }: LiveDeps, telling: Telling, watch: Watch): Promise<void> {
  const actor = await sessions.actorOf(watch.tokenHash, new Date());
  if (!actor) return watch.sink.end('signed-out');
  const before = JSON.stringify(watch.reach);
  watch.reach = reachOf({ actor, today: civilDateOf(await clock.now()) });
  if (watch.procedureId !== null && before !== JSON.stringify(watch.reach)) await telling.catchUp(watch, null);
}
