import type { Typed } from './values';

/** Where a browser keeps texts as long as its window is open. */
interface Store {
  getItem(name: string): string | null;
  setItem(name: string, text: string): void;
  removeItem(name: string): void;
}

interface Kept {
  readonly typed: Typed;
  /** The key that goes with the body sent last, as long as nobody knows what became of it. */
  readonly sent?: { readonly body: string; readonly key: string };
}

/** What was typed into one form, and under which key it was sent. Nothing of it is lost with the page, and nothing stays behind after it. */
export interface FormMemory {
  typed(): Typed | null;
  keep(typed: Typed): void;
  /** The key to send a body with: that of the same body when what became of it is not known, else a new one. */
  keyFor(body: unknown): string;
  /** The service has said what became of it: whatever is sent next is something new. */
  answered(): void;
  forget(): void;
}

/** The memory of the form of that name. A store that refuses (full, or switched off) only remembers nothing. */
export function formMemory(store: Store, name: string, newKey: () => string): FormMemory {
  let kept: Kept = read(store, name) ?? { typed: {} };
  let isEmpty = read(store, name) === null;
  const write = (next: Kept) => {
    kept = next;
    isEmpty = false;
    try {
      store.setItem(name, JSON.stringify(next));
    } catch {
      // It is still known here, as long as the page lives.
    }
  };
  return {
    typed: () => (isEmpty ? null : kept.typed),
    keep: (typed) => write({ ...kept, typed }),
    keyFor(body) {
      const text = JSON.stringify(body ?? null);
      if (kept.sent?.body === text) return kept.sent.key;
      const key = newKey();
      write({ ...kept, sent: { body: text, key } });
      return key;
    },
    answered() {
      write({ typed: kept.typed });
    },
    forget() {
      kept = { typed: {} };
      isEmpty = true;
      store.removeItem(name);
    },
  };
}

function read(store: Store, name: string): Kept | null {
  try {
    return JSON.parse(store.getItem(name) ?? 'null') as Kept | null;
  } catch {
    return null;
  }
}
