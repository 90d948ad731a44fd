import type { Refusal } from '../../domain/refusal';
import type { Bilingual } from './bilingual';
import { momentWords } from './dates';
import { administrationRefusals } from './refusals/administration';
import { councilRefusals } from './refusals/council';
import { councilVoteRefusals } from './refusals/council-votes';
import { procedureRefusals } from './refusals/procedures';
import { requestRefusals } from './refusals/requests';
import { rulebookRefusals } from './refusals/rulebook';
import { signInRefusals } from './refusals/sign-in';
import type { RefusalWords } from './refusals/refusal-words';

/**
 * The one dictionary from refusal codes to words. `detail` may hold `{param}` for every param of the refusal and `{clause}`
 * for its clause; it says what is wrong, why, and the next lawful step.
 */
export const REFUSALS = {
  ...requestRefusals,
  ...signInRefusals,
  ...administrationRefusals,
  ...rulebookRefusals,
  ...procedureRefusals,
  ...councilRefusals,
  ...councilVoteRefusals,
} as const satisfies Readonly<Record<string, RefusalWords>>;

/** A refusal that has words. */
export type RefusalCode = keyof typeof REFUSALS;

/** Whether the dictionary knows the code. */
export function isRefusalCode(code: string): code is RefusalCode {
  return Object.hasOwn(REFUSALS, code);
}

/** The words for a refusal, or null for a code that the dictionary does not know. */
export function refusalWords({ code, clause, params }: Refusal): RefusalWords | null {
  if (!isRefusalCode(code)) return null;
  const { title, detail } = REFUSALS[code];
  const values = { ...params, clause };
  return { title, detail: { zh: fill(detail.zh, values), en: fill(detail.en, values) } satisfies Bilingual };
}

function fill(template: string, values: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{(\w+)\}/g, (_match, name: string) => written(name, values[name]));
}

/** Moments are the only numbers that people do not read as they are. */
function written(name: string, value: unknown): string {
  if (name === 'earliest' && typeof value === 'number') return momentWords(value);
  return String(value ?? '—');
}
