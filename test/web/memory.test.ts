import { formMemory } from '../../web/src/form/memory';

/** Keeps texts as a browser's window does. */
function windowStore() {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
    removeItem: (name: string) => void kept.delete(name),
    size: () => kept.size,
  };
}

let keys = 0;
const newKey = () => `key-${(keys += 1)}`;

test('what was typed is there again for the same form after the page was loaded anew, and for no other', () => {
  const store = windowStore();
  formMemory(store, 'a', newKey).keep({ place: '议事厅' });
  expect(formMemory(store, 'a', newKey).typed()).toEqual({ place: '议事厅' });
  expect(formMemory(store, 'b', newKey).typed()).toBeNull();
});

test('the same content is sent with the same key until there is an answer, also after the page was loaded anew', () => {
  const store = windowStore();
  const key = formMemory(store, 'a', newKey).keyFor({ place: '议事厅' });
  expect(formMemory(store, 'a', newKey).keyFor({ place: '议事厅' })).toBe(key);
});

test('other content has a key of its own', () => {
  const memory = formMemory(windowStore(), 'a', newKey);
  expect(memory.keyFor({ place: '会议室' })).not.toBe(memory.keyFor({ place: '议事厅' }));
});

test('after an answer the same content is something new, and what was typed stays', () => {
  const memory = formMemory(windowStore(), 'a', newKey);
  memory.keep({ place: '议事厅' });
  const key = memory.keyFor({ place: '议事厅' });
  memory.answered();
  expect(memory.keyFor({ place: '议事厅' })).not.toBe(key);
  expect(memory.typed()).toEqual({ place: '议事厅' });
});

test('what is forgotten leaves nothing behind', () => {
  const store = windowStore();
  const memory = formMemory(store, 'a', newKey);
  memory.keep({ place: '议事厅' });
  memory.forget();
  expect([memory.typed(), store.size()]).toEqual([null, 0]);
});

test('a store that is full or broken takes nothing away from the page as it stands', () => {
  const full = {
    ...windowStore(),
    getItem: () => '{',
    setItem: () => {
      throw new Error('full');
    },
  };
  const memory = formMemory(full, 'a', newKey);
  memory.keep({ place: '议事厅' });
  expect(memory.typed()).toEqual({ place: '议事厅' });
  expect(memory.keyFor(1)).toBe(memory.keyFor(1));
});
