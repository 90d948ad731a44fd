/** What a stream tells (src/contract/schemas/live.ts). */
export interface Told {
  readonly event: 'moved' | 'refresh' | 'beat' | 'ended';
  readonly data: unknown;
}

/** Whether what is shown follows the record at the moment. */
export type Following = 'connecting' | 'live' | 'stale';

interface Listener {
  told(told: Told): void;
  following(state: Following): void;
}

/** A beat comes every 15 seconds: without two of them in a row the line counts as broken. */
const SILENT_AFTER_MS = 35_000;

/** Pauses before a stream that was refused is asked for again, in milliseconds. */
const PAUSES = { first: 2_000, longest: 30_000 };

const EVENTS = ['moved', 'refresh', 'beat', 'ended'] as const;

/**
 * Keeps one stream open until it is closed. A browser brings a broken line up again by itself; one that was refused (too many, a service
 * that is being restarted, no sign-in) is asked for again here, after ever longer pauses or when `retry` is called.
 */
export function openConnection(listener: Listener): { retry(): void; close(): void } {
  let source: EventSource | null = null;
  let wait = PAUSES.first;
  let timer: number | undefined;
  let silence: number | undefined;
  const heardNow = () => {
    window.clearTimeout(silence);
    silence = window.setTimeout(() => {
      listener.following('stale');
      again(0);
    }, SILENT_AFTER_MS);
  };
  const hear = (event: Told['event'], text: string) => {
    heardNow();
    wait = PAUSES.first;
    const told: Told = { event, data: JSON.parse(text) as unknown };
    if (event === 'beat') listener.following((told.data as { heard: boolean }).heard ? 'live' : 'stale');
    if (event === 'ended') {
      listener.following('stale');
      again((told.data as { reason: string }).reason === 'come-again' ? PAUSES.first : PAUSES.longest);
    }
    listener.told(told);
  };
  const open = () => {
    source?.close();
    const opened = new EventSource('/api/events');
    source = opened;
    for (const event of EVENTS)
      opened.addEventListener(event, ({ data }: MessageEvent<string>) => opened === source && hear(event, data));
    opened.addEventListener('error', () => {
      if (opened !== source) return;
      listener.following('stale');
      if (opened.readyState !== EventSource.CLOSED) return;
      again(wait);
      wait = Math.min(wait * 2, PAUSES.longest);
    });
    heardNow();
  };
  const again = (milliseconds: number) => {
    source?.close();
    source = null;
    window.clearTimeout(timer);
    timer = window.setTimeout(open, milliseconds);
  };
  open();
  return {
    retry: () => source === null && again(0),
    close() {
      source?.close();
      source = null;
      window.clearTimeout(timer);
      window.clearTimeout(silence);
    },
  };
}
