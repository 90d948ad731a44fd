import type { RequestHandler, Response } from 'express';
import type { Clock } from '../ports/clock';
import { inTime } from './in-time';

/** How long an answer waits to know whether the database is for training, in milliseconds. */
const ASKS_FOR_MS = 300;

/**
 * What comes from a training database says so in every answer. Once it is known, nothing is asked; as long as the database does not answer, the
 * answers hold nothing of it either.
 */
export function markTraining(clock: Pick<Clock, 'offset'>): RequestHandler {
  let isTraining = false;
  return async (_request, response, next) => {
    isTraining ||= (await inTime(clock.offset(), null, ASKS_FOR_MS)) !== null;
    response.locals.training = isTraining;
    if (isTraining) response.setHeader('X-Guicheng-Training', 'true');
    next();
  };
}

/** Whether an answer comes from a training database. */
export function isFromTraining(response: Response): boolean {
  return response.locals.training === true;
}
