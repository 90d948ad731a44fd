import type { Action, Actions } from '../../api/types';
import type { Bilingual } from '../../../../src/contract/words/bilingual';

/** An act on one person that needs nothing but a press: everything else that its form asks is known. */
export interface Press {
  readonly action: string;
  /** What the button says. */
  readonly title: Bilingual;
  readonly follows: Bilingual | null;
  readonly body: Readonly<Record<string, string>>;
}

interface Property {
  readonly entity?: string;
  readonly enum?: readonly string[];
  readonly labels?: Readonly<Record<string, Bilingual>>;
}

/** More words than these are chosen in a form. */
const MOST_WORDS = 4;

/**
 * What may be done with one press for a person, from the list of actions alone: the forms of actions that are possible now, ask for one
 * person among whom is this one, and leave nothing else open but perhaps one word of a few, each of which becomes a button.
 */
export function pressesFor({ items, choices }: Pick<Actions, 'items' | 'choices'>, personId: string): Press[] {
  const found = items.filter(({ possible }) => possible).map((action) => pressesOf(action, choices, personId));
  // Several buttons of one act stand before those of a single one: they are what is being asked now.
  return found.sort((a, b) => b.length - a.length).flat();
}

/** The actions that are buttons in the rows of people. */
export function pressedIn(actions: Actions, people: readonly { readonly personId: string }[]): string[] {
  return [...new Set(people.flatMap(({ personId }) => pressesFor(actions, personId).map(({ action }) => action)))];
}

function pressesOf(action: Action, choices: Actions['choices'], personId: string): Press[] {
  const { properties = {}, required = [] } = action.schema as {
    properties?: Record<string, Property>;
    required?: string[];
  };
  const asked = required.map((name) => [name, properties[name] ?? {}] as const);
  const known: [string, string][] = [];
  const words: (readonly [string, Property])[] = [];
  let isAboutThem = false;
  for (const [name, property] of asked) {
    const options = property.entity === undefined ? [] : (choices[property.entity] ?? []);
    const isPerson = options.some(({ value, label }) => value === personId && label.some((part) => 'person' in part));
    const [only] = options;
    if (isPerson && !isAboutThem) {
      isAboutThem = true;
      known.push([name, personId]);
    } else if (options.length === 1 && only) known.push([name, only.value]);
    else if (property.enum && property.enum.length <= MOST_WORDS) words.push([name, property]);
    else return [];
  }
  if (!isAboutThem || words.length > 1) return [];
  const common = { action: action.name, follows: action.follows };
  const body = Object.fromEntries(known);
  const [word] = words;
  if (!word) return [{ ...common, title: action.title, body }];
  const [name, { enum: values = [], labels = {} }] = word;
  return values.map((value) => {
    return { ...common, title: labels[value] ?? { zh: value, en: value }, body: { ...body, [name]: value } };
  });
}
