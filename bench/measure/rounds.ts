import { atOnce, timed } from './statistics';
import { processorTime, usedBetween, type ProcessorTime, type ServerPids } from './processor';
import { progress } from './report';

/** One kind of work that is measured beside others, in two phases, each of which is timed. */
export interface Arm {
  readonly name: string;
  /** Begins one procedure and carries it to the end of the first phase. Gives its id. */
  open(): Promise<string>;
  /** Carries it through the second phase. */
  finish(id: string): Promise<void>;
}

export interface Plan {
  readonly rounds: number;
  readonly perRound: number;
  /** How many procedures are under way at once. */
  readonly width: number;
  readonly pids: ServerPids;
  /** Called before each phase, outside the measured time. */
  enter(phase: 'opening' | 'finishing'): void;
}

/** One arm's part of one round. */
export interface Lap {
  readonly perSecond: number;
  readonly ms: number;
  /** Processor time for each procedure, in milliseconds. */
  readonly processor: ProcessorTime | null;
  readonly ids: readonly string[];
}

/** Runs the arms in turn, round after round, after one round that is not counted. Gives each arm's laps, by its name. */
export async function alternate<Name extends string>(
  arms: readonly (Arm & { readonly name: Name })[],
  plan: Plan,
): Promise<Record<Name, Lap[]>> {
  const laps = Object.fromEntries(arms.map(({ name }) => [name, []])) as unknown as Record<Name, Lap[]>;
  for (let round = 0; round <= plan.rounds; round += 1) {
    // Whoever comes first in a round comes last in the next.
    for (const arm of round % 2 === 0 ? arms : arms.toReversed()) {
      const lap = await runLap(arm, plan);
      if (round > 0) laps[arm.name].push(lap);
      progress(`  round ${round || 'of warming up'}: ${arm.name} ${lap.perSecond.toFixed(2)}/s`);
    }
  }
  return laps;
}

async function runLap(arm: Arm, plan: Plan): Promise<Lap> {
  const every = Array.from({ length: plan.perRound });
  plan.enter('opening');
  const before = processorTime(plan.pids);
  const opened = await timed(() => atOnce(plan.width, every, () => arm.open()));
  plan.enter('finishing');
  const finished = await timed(() => atOnce(plan.width, opened.result, (id) => arm.finish(id)));
  const after = processorTime(plan.pids);
  const ms = opened.ms + finished.ms;
  const used = before && after && usedBetween(before, after);
  return {
    ms,
    perSecond: (plan.perRound / ms) * 1_000,
    ids: opened.result,
    processor: used && {
      node: used.node / plan.perRound,
      temporal: used.temporal / plan.perRound,
      postgres: used.postgres / plan.perRound,
    },
  };
}
