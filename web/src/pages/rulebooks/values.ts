import type { Bilingual } from '../../../../src/contract/words/bilingual';
import type { RulebookInForce } from '../../api/types';

type ValueInForce = RulebookInForce['values'][number];

/** A number, or a share of those who count. */
export function valueWords(value: ValueInForce['value']): Bilingual {
  if (typeof value === 'number') return { zh: String(value), en: String(value) };
  const { numerator, denominator, strict } = value;
  return strict
    ? { zh: `超过 ${numerator}/${denominator}`, en: `more than ${numerator}/${denominator}` }
    : { zh: `${numerator}/${denominator} 以上（含）`, en: `${numerator}/${denominator} or more` };
}

/** Keys that the version before set and the next one does not: the API wants them named. */
export function withdrawn(before: readonly string[], next: Readonly<Record<string, unknown>>): string[] {
  return before.filter((key) => !(key in next));
}
