import { openConnection, type Following, type Told } from './connection';

interface Listener {
  told(told: Told): void;
  following(state: Following): void;
}

type Message = { readonly told: Told } | { readonly following: Following } | { readonly hello: true };

const NAME = 'guicheng.live';

/**
 * One stream for all windows of a browser: whoever holds the lock has it and tells the others; when that window closes, the next one takes
 * over. Where a browser has no locks (they need https), every window has its own.
 */
export function follow(listener: Listener): { retry(): void; close(): void } {
  if (!('locks' in navigator) || !('BroadcastChannel' in window)) return openConnection(listener);
  const channel = new BroadcastChannel(NAME);
  const leaving = new AbortController();
  let own: ReturnType<typeof openConnection> | null = null;
  let last: Following = 'connecting';
  const tell = (message: Message) => channel.postMessage(message);
  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if ('told' in data) listener.told(data.told);
    else if ('following' in data) listener.following(data.following);
    else if (own) tell({ following: last });
  });
  tell({ hello: true });
  void navigator.locks
    .request(NAME, { signal: leaving.signal }, () => {
      own = openConnection({
        told(told) {
          listener.told(told);
          tell({ told });
        },
        following(state) {
          last = state;
          listener.following(state);
          tell({ following: state });
        },
      });
      return new Promise<void>((resolve) => leaving.signal.addEventListener('abort', () => resolve()));
    })
    .catch(() => undefined);
  return {
    retry: () => own?.retry(),
    close() {
      own?.close();
      leaving.abort();
      channel.close();
    },
  };
}
