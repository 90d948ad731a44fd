import { defineUpdate } from '@temporalio/workflow';

/** A step of the bare workflow: its validator looks at the number, its handler runs one empty local activity. */
export const stepUpdate = defineUpdate<number, [number]>('step');
