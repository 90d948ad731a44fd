import { sleep } from '@temporalio/workflow';
import { council as unchanged } from '../../src/workflows/council/workflow';
import { outbox as unchangedOutbox } from '../../src/workflows/outbox/workflow';
import type { CourseStart } from '../../src/contract/messages/course';

/** The council as somebody might change it without a thought for those under way: it waits a moment before it begins. */
export async function council(start: CourseStart): Promise<void> {
  await sleep('1 second');
  await unchanged(start);
}

/** Likewise the outbox's dispatcher. */
export async function outbox(): Promise<void> {
  await sleep('1 second');
  await unchangedOutbox();
}
