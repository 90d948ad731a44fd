import type { TextRef } from '../domain/procedure/model';

/** Every digest that a value refers to, anywhere inside it. */
export function digestsIn(value: unknown): string[] {
  if (isTextRef(value)) return [value.evidence];
  if (Array.isArray(value)) return value.flatMap(digestsIn);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(digestsIn);
  return [];
}

/** The same value with the texts in the place of their references; null where a text was erased. */
export function withTexts(value: unknown, texts: ReadonlyMap<string, string | null>): unknown {
  if (isTextRef(value)) return texts.get(value.evidence) ?? null;
  if (Array.isArray(value)) return value.map((one) => withTexts(one, texts));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withTexts(one, texts)]));
}

function isTextRef(value: unknown): value is TextRef {
  return typeof value === 'object' && value !== null && 'evidence' in value && typeof value.evidence === 'string';
}
