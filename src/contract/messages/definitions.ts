import { defineQuery, defineSignal } from '@temporalio/workflow';
import type { CourseNews, CourseView } from './course';

/** A step has moved the procedure: where it now stands. The first of these starts its workflow. */
export const movedSignal = defineSignal<[CourseNews]>('moved');

/** Something was told to the procedure, or its dates have changed: look at the record now and not only at the next moment. */
export const lookSignal = defineSignal('look');

/** Where the procedure stands, as far as its workflow has heard, and which moments it waits for. */
export const stateQuery = defineQuery<CourseView>('state');

/** Something was written into the outbox: look now and not only at the next minute. */
export const wakeSignal = defineSignal('wake');
