import type { z } from 'zod';
import { definitionOf } from '../../commands/registry';
import type { courseSchema } from '../../contract/schemas/procedures';
import type { DomainEvent, ProcedureState } from '../../domain/procedure/model';
import type { ProcedureReads, TimelineEvent } from '../../ports/procedures';
import { kindOf, stageName } from './kinds';

type Course = z.output<typeof courseSchema>['items'];

const EVENTS_AT_ONCE = 1_000;

/** The stages of a procedure as its log tells them, and those of its usual course that lie ahead. */
export async function courseOf(
  reads: Pick<ProcedureReads, 'timeline'>,
  { id, kind, isOpen }: { id: string; kind: string; isOpen: boolean },
): Promise<Course> {
  const visits = await visited(reads, id, kind);
  const { mainCourse, stageClauses } = kindOf(kind);
  const shown = (stage: string) => ({ stage, name: stageName(kind, stage), clause: stageClauses[stage] ?? null });
  const last = visits.at(-1);
  const past = visits.map(({ stage, at }) => {
    const state = stage === last?.stage ? ('now' as const) : ('past' as const);
    return { ...shown(stage), state, since: new Date(at).toISOString() };
  });
  if (!isOpen) return past;
  // From a stage beside the usual course (adjourned) it goes on where that course was left.
  const reached = Math.max(...visits.map(({ stage }) => mainCourse.indexOf(stage)));
  const ahead = mainCourse.slice(
    last && mainCourse.includes(last.stage) ? mainCourse.indexOf(last.stage) + 1 : reached,
  );
  return [...past, ...ahead.map((stage) => ({ ...shown(stage), state: 'ahead' as const, since: null }))];
}

/** Each stage once, in the order in which the procedure last entered them. */
async function visited(reads: Pick<ProcedureReads, 'timeline'>, id: string, kind: string) {
  const definition = definitionOf(kind);
  let state: ProcedureState | null = null;
  const entered = new Map<string, number>();
  for await (const { type, data, at } of log(reads, id)) {
    const before: string | undefined = state?.stage;
    state = definition.evolve(state, { type, data } as DomainEvent);
    if (state.stage === before) continue;
    entered.delete(state.stage);
    entered.set(state.stage, at);
  }
  return [...entered].map(([stage, at]) => ({ stage, at }));
}

async function* log(reads: Pick<ProcedureReads, 'timeline'>, id: string): AsyncGenerator<TimelineEvent> {
  let after = 0;
  for (;;) {
    const events = await reads.timeline(id, { after, limit: EVENTS_AT_ONCE });
    yield* events;
    const last = events.at(-1);
    if (!last || events.length < EVENTS_AT_ONCE) return;
    after = last.seq;
  }
}
