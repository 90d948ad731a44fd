import { setTimeout as pause } from 'node:timers/promises';

/** Does something again and again until it is closed; the first time at once. `round` never rejects. Closing waits for the round under way. */
export function everyFewMinutes(round: () => Promise<void>, everyMs = 5 * 60_000): { close(): Promise<void> } {
  const ended = new AbortController();
  const running = (async () => {
    while (!ended.signal.aborted) {
      await round();
      await pause(everyMs, undefined, { signal: ended.signal, ref: false }).catch(() => undefined);
    }
  })();
  return {
    close() {
      ended.abort();
      return running;
    },
  };
}
