import { pressesFor } from '../../web/src/pages/meeting/presses';

const words = (word: string) => ({ zh: word, en: word });
const action = (name: string, schema: object, possible = true) => {
  return { name, title: words(name), possible, follows: null, schema: schema as Record<string, unknown>, reason: null };
};
const person = { entity: 'guest-of-honour' };
const choices = {
  'guest-of-honour': [{ value: 'p1', label: [{ person: 'p1' }] }],
  urn: [{ value: 'u1', label: [{ text: 'the only one' }] }],
};

/** A made-up kind of procedure: nothing here is known to the browser. */
const items = [
  action('greet', { properties: { who: person }, required: ['who'] }),
  action('crown', { properties: { who: person, why: {} }, required: ['who', 'why'] }),
  action('choose', {
    properties: { who: person, urn: { entity: 'urn' }, how: { enum: ['up', 'down'], labels: { up: words('上') } } },
    required: ['who', 'urn', 'how'],
  }),
  action('bid farewell', { properties: { who: person }, required: ['who'] }, false),
  action('open', { properties: {}, required: [] }),
];

test('what needs only a person becomes one button, what leaves one word of a few open a button for each', () => {
  expect(pressesFor({ items, choices }, 'p1')).toEqual([
    { action: 'choose', title: words('上'), follows: null, body: { who: 'p1', urn: 'u1', how: 'up' } },
    { action: 'choose', title: words('down'), follows: null, body: { who: 'p1', urn: 'u1', how: 'down' } },
    { action: 'greet', title: words('greet'), follows: null, body: { who: 'p1' } },
  ]);
});

test('who is not among those to choose has no buttons', () => {
  expect(pressesFor({ items, choices }, 'p2')).toEqual([]);
});
