import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Client } from '@temporalio/client';
import { projectRoot } from '../../src/config';

/** How many events a history has, of which kind. */
export interface EventCount {
  readonly total: number;
  readonly byType: Readonly<Record<string, number>>;
}

/** A workflow's history up to now. */
export async function eventsOf(client: Client, workflowId: string): Promise<EventCount> {
  const { events } = await client.workflow.getHandle(workflowId).fetchHistory();
  return count((events ?? []) as readonly object[]);
}

/** The newest recorded history of a council from its start until its result came off the board: reminders are in it. */
export function eventsOfWholeCourse(): EventCount {
  const folder = path.join(projectRoot, 'test', 'histories');
  const newest = readdirSync(folder).toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true }));
  const { events } = JSON.parse(readFileSync(path.join(folder, newest.at(-1)!, 'council-published.json'), 'utf8'));
  return count(events as readonly object[]);
}

const ATTRIBUTES = 'EventAttributes';

/** Every event holds the attributes of its kind under a name of their own. */
function count(events: readonly object[]): EventCount {
  const byType: Record<string, number> = {};
  for (const event of events) {
    const kind = Object.keys(event).find((name) => name.endsWith(ATTRIBUTES)) ?? 'unknown';
    const name = kind.replace(ATTRIBUTES, '');
    byType[name] = (byType[name] ?? 0) + 1;
  }
  return { total: events.length, byType };
}
