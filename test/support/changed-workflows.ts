import { proxyActivities } from '@temporalio/workflow';
import { council as unchanged } from '../../src/workflows/council/workflow';
import { outbox as unchangedOutbox } from '../../src/workflows/outbox/workflow';
import { periodicMeeting as unchangedPeriodic } from '../../src/workflows/periodic-meeting/workflow';
import { pwcMeeting as unchangedMeeting } from '../../src/workflows/pwc-meeting/workflow';
import type { CourseStart } from '../../src/contract/messages/course';

const { more } = proxyActivities<{ more(): Promise<void> }>({ startToCloseTimeout: '1s' });

/** The council as somebody might change it without a thought for those under way: it does something more before it begins. */
export async function council(start: CourseStart): Promise<void> {
  await more();
  await unchanged(start);
}

async function pwcMeeting(start: CourseStart): Promise<void> {
  await more();
  await unchangedMeeting(start);
}
async function periodicMeeting(start: CourseStart): Promise<void> {
  await more();
  await unchangedPeriodic(start);
}
export { pwcMeeting as 'pwc-meeting', periodicMeeting as 'periodic-meeting' };

/** Likewise the outbox's dispatcher. */
export async function outbox(): Promise<void> {
  await more();
  await unchangedOutbox();
}
