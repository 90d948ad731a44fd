import type { Response } from 'express';
import type { z } from 'zod';
import type { beatSchema, endedSchema, movedSchema } from '../../contract/schemas/live';

/** How much may wait to be sent to one reader, in bytes: whoever reads more slowly is ended, and comes back. */
const MOST_WAITING = 64 * 1024;

/** How soon a browser is to come back when a stream breaks, in milliseconds. */
const RETRY_MS = 2_000;

export type LiveEvent =
  | { readonly event: 'moved'; readonly id: string; readonly data: z.output<typeof movedSchema> }
  /** Something may have been missed: what is shown is to be asked for anew. */
  | { readonly event: 'refresh'; readonly id: string; readonly data: Record<never, never> }
  | { readonly event: 'beat'; readonly data: z.output<typeof beatSchema> }
  | { readonly event: 'ended'; readonly data: z.output<typeof endedSchema> };

/** Where events are written. */
export interface Sink {
  send(event: LiveEvent): void;
  /** Says why, and closes. */
  end(reason: z.output<typeof endedSchema>['reason']): void;
  onClose(then: () => void): void;
}

/** An answer that goes on: `begin` is given where to write, once the head of the answer is sent. */
export class EventStream {
  constructor(private readonly begin: (sink: Sink) => void) {}

  /** Sends the head, and nothing in between may gather what follows. */
  open(response: Response): void {
    // It is not an answer that takes long: it is none of those that are measured and waited for.
    (response.locals.goesOn as (() => void) | undefined)?.();
    response.status(200).set({
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-cache, no-transform',
      'X-Accel-Buffering': 'no',
    });
    response.flushHeaders();
    response.write(`retry: ${RETRY_MS}\n\n`);
    this.begin(sinkOf(response));
  }
}

function sinkOf(response: Response): Sink {
  const end: Sink['end'] = (reason) => {
    if (response.writableEnded) return;
    response.end(written({ event: 'ended', data: { reason } }));
  };
  return {
    send(event) {
      if (response.writableEnded || response.destroyed) return;
      if (response.writableLength > MOST_WAITING) return end('come-again');
      response.write(written(event));
    },
    end,
    onClose: (then) => void response.once('close', then),
  };
}

function written(event: LiveEvent): string {
  const id = 'id' in event ? `id: ${event.id}\n` : '';
  return `event: ${event.event}\n${id}data: ${JSON.stringify(event.data)}\n\n`;
}
