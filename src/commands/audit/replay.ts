import type { ProcedureState } from '../../domain/procedure/model';
import type { Change, ChainedEvent, PostedPaper, StoredProcedure } from '../../ports/ledger';
import { changeOf } from '../change';
import { GENESIS } from '../chain';
import { definitionOf } from '../registry';

/** What the log alone does not hold any more when a text was erased by law: a title, and papers, are as they were when they were written. */
export interface Shown {
  readonly title: string;
  readonly papers: ReadonlyMap<string, Pick<PostedPaper, 'title' | 'content'>>;
}

/**
 * Takes a procedure through its log again, from nothing, by the function that made its rows: one change for each step. Whom a step told and
 * what it put on agendas is not in the log, and not in these changes.
 * @throws when an event cannot follow those before it.
 */
export function replay(
  procedure: StoredProcedure,
  log: readonly ChainedEvent[],
  texts: ReadonlyMap<string, string | null>,
  shown: Shown,
): Change[] {
  const definition = definitionOf(procedure.kind);
  const known = new Map([...texts].map(([digest, content]) => [digest, content ?? erased(digest)]));
  const start = { version: 0, headHash: GENESIS, state: null, status: 'open', closedAt: null } as const;
  const [first] = log;
  if (!first) throw new Error('a log without events');
  const startedById = first.actorId ?? procedure.startedById;
  let before: StoredProcedure = { ...procedure, ...start, title: '', startedAt: first.at, startedById };
  return steps(log).map((events) => {
    const [{ at: now, actorId }] = events;
    const made = changeOf({ before, definition, decision: { events }, kept: { texts: [], known }, now, actorId });
    const change = withShown(made.change, made.state, shown);
    before = change.procedure;
    return change;
  });
}

/** Events written at one moment by one person: those of a step, for a procedure takes one step at a time. */
function steps(log: readonly ChainedEvent[]): [ChainedEvent, ...ChainedEvent[]][] {
  const groups: [ChainedEvent, ...ChainedEvent[]][] = [];
  for (const event of log) {
    const group = groups.at(-1);
    if (group && group[0].at === event.at && group[0].actorId === event.actorId) group.push(event);
    else groups.push([event]);
  }
  return groups;
}

/** Stands for a text that was erased until what was shown takes its place. No text of a person begins like it. */
const erased = (digest: string): string => `\u0000erased:${digest}`;
const isErased = (value: unknown): boolean => typeof value === 'string' && value.startsWith('\u0000erased:');

function withShown(change: Change, state: ProcedureState, shown: Shown): Change {
  const { organisationId } = state;
  const title = restored(change.procedure.title, shown.title) as string;
  const papers = change.papers.map((paper) => {
    if ('takenDown' in paper) return paper;
    return { posted: restored(paper.posted, shown.papers.get(paper.posted.id)) as PostedPaper };
  });
  return { ...change, procedure: { ...change.procedure, title, organisationId }, papers };
}

function restored(made: unknown, kept: unknown): unknown {
  if (isErased(made)) return kept ?? null;
  if (Array.isArray(made)) return made.map((one, index) => restored(one, (kept as unknown[] | undefined)?.[index]));
  if (typeof made !== 'object' || made === null) return made;
  const held = (kept ?? {}) as Record<string, unknown>;
  return Object.fromEntries(Object.entries(made).map(([key, one]) => [key, restored(one, held[key])]));
}
