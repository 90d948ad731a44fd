import type { ApiClient } from './api';

/** How long an event may take, in milliseconds. */
const WAITS_MS = 15_000;

/** One event of a stream. */
export interface Heard {
  readonly event: string;
  readonly id: string | null;
  readonly data: any;
}

/** A stream that is read as it comes. */
export interface Listener {
  readonly status: number;
  readonly headers: Headers;
  /** Everything that was heard so far, heartbeats apart. */
  readonly heard: Heard[];
  readonly beats: Heard[];
  /** Waits for an event that was not asked about before. */
  next(isIt: (heard: Heard) => boolean): Promise<Heard>;
  /** Resolves when the service has ended the stream. */
  readonly ended: Promise<void>;
  close(): void;
}

/** Opens a stream as a browser does. */
export async function listenTo(
  url: string,
  path: string,
  { cookie }: Pick<ApiClient, 'cookie'>,
  lastEventId?: string,
): Promise<Listener> {
  const aborting = new AbortController();
  const response = await fetch(url + path, {
    headers: {
      Accept: 'text/event-stream',
      ...(cookie !== null && { Cookie: cookie }),
      ...(lastEventId !== undefined && { 'Last-Event-ID': lastEventId }),
    },
    signal: aborting.signal,
  });
  const all: Heard[] = [];
  const beats: Heard[] = [];
  const waiting = new Set<() => void>();
  const asked = new Set<Heard>();
  const read = async () => {
    for await (const heard of eventsIn(response)) {
      (heard.event === 'beat' ? beats : all).push(heard);
      waiting.forEach((look) => look());
    }
  };
  const ended = read().catch(() => undefined);
  return {
    status: response.status,
    headers: response.headers,
    heard: all,
    beats,
    ended,
    next: (isIt) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`only this was heard: ${JSON.stringify(all)}`)), WAITS_MS);
        const look = () => {
          const found = [...all, ...beats].find((heard) => !asked.has(heard) && isIt(heard));
          if (!found) return;
          asked.add(found);
          waiting.delete(look);
          clearTimeout(late);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    close: () => aborting.abort(),
  };
}

async function* eventsIn(response: Response): AsyncGenerator<Heard> {
  let text = '';
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    const blocks = (text + chunk).split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = new Map(
        block.split('\n').map((line) => [line.split(': ', 1)[0]!, line.slice(line.indexOf(': ') + 2)]),
      );
      const event = fields.get('event');
      if (event) yield { event, id: fields.get('id') ?? null, data: JSON.parse(fields.get('data') ?? 'null') };
    }
  }
}
