import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { CourseAnswer, CourseCommand, CourseView } from './course';

/** Answers once the procedure's row is written, or with the refusal for which nothing was begun. */
export const openedUpdate = defineUpdate<CourseAnswer>('opened');

/** A command that moves the course; answers after its one transaction. */
export const commandUpdate = defineUpdate<CourseAnswer, [CourseCommand]>('command');

/** Something was told to the procedure, or its dates have changed: look at the record now and not only at the next moment. */
export const lookSignal = defineSignal('look');

/** Where the procedure stands now and which moments it waits for. */
export const stateQuery = defineQuery<CourseView>('state');

/** Something was written into the outbox: look now and not only at the next minute. */
export const wakeSignal = defineSignal('wake');
