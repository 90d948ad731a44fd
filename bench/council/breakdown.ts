import { bareArm } from '../bare/arm';
import { timed, timesOf, type Times } from '../measure/statistics';
import type { BenchService } from '../stack/service';
import { announced, held, setClock, UPDATES, type Hands } from './course';
import { engineHands, handlerHands, httpHands } from './hands';

/** How long each kind of step takes when nothing else is under way, in milliseconds: `begin` and each action. */
export async function breakdown(service: BenchService, count: number) {
  const updates: number[] = [];
  const bare = bareArm(service.temporal, UPDATES, (ms) => updates.push(ms));
  const ways = {
    council: await handlerHands(service),
    http: await httpHands(service),
    engine: engineHands(service),
  };
  const times = { council: new StepTimes(), http: new StepTimes(), engine: new StepTimes() };
  for (let number = 0; number < count; number += 1) {
    const id = await bare.open();
    await bare.finish(id);
    for (const way of ['council', 'http', 'engine'] as const) await one(service, times[way].measured(ways[way]));
  }
  return {
    bareUpdate: timesOf(updates),
    council: times.council.report(),
    http: times.http.report(),
    engine: times.engine.report(),
  };
}

async function one({ clock }: BenchService, hands: Hands): Promise<void> {
  setClock(clock, 'opening');
  const id = await announced(hands, clock);
  setClock(clock, 'finishing');
  await held(hands, clock, id);
}

/** Times by step. */
class StepTimes {
  readonly #times = new Map<string, number[]>();

  measured(hands: Hands): Hands {
    const take = async <T>(name: string, work: () => Promise<T>) => {
      const { result, ms } = await timed(work);
      this.#times.set(name, [...(this.#times.get(name) ?? []), ms]);
      return result;
    };
    return {
      start: (body) => take('begin', () => hands.start(body)),
      act: (username, id, name, body) => take(name, () => hands.act(username, id, name, body)),
    };
  }

  report(): Record<string, Times> {
    return Object.fromEntries([...this.#times].map(([name, all]) => [name, timesOf(all)]));
  }
}
