import { DefaultFailureConverter } from '@temporalio/common';

/**
 * Puts the message and the stack of a failure into a payload, where the codec encrypts them like everything else. The workflow bundle holds it
 * as well, under this name.
 */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
