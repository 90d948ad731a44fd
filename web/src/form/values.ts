import type { Field } from './schema';

/** What somebody has typed, by the names of fields; plain values, so that it can be kept. */
export type Typed = Readonly<Record<string, unknown>>;

/** The body that goes with what was typed: texts trimmed, what is empty left out, or null where the schema has null for it. */
export function bodyOf(fields: readonly Field[], typed: Typed): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const field of fields) {
    const value = valueOf(field, typed[field.name]);
    if (value !== undefined) body[field.name] = value;
    else if (field.isSentEmpty) body[field.name] = [];
    else if (field.isNullable || (field.isRemovable && typed[field.name] === '')) body[field.name] = null;
  }
  return body;
}

function valueOf(field: Field, typed: unknown): unknown {
  switch (field.kind) {
    case 'fixed':
      return field.value;
    case 'text':
      return textOf(field, typed);
    case 'rows':
      return rowsOf(field, (typed ?? []) as readonly (Typed | undefined)[]);
    case 'group':
      return groupOf(field, typed as Typed | undefined);
    case 'flag':
      return typed === undefined && field.isRequired ? undefined : typed;
    case 'choice':
    case 'entity':
      return Array.isArray(typed) && typed.length === 0 ? undefined : (typed ?? undefined);
    case 'other':
      return jsonOf(typed);
    case 'number':
    case 'day':
    case 'moment':
      return typed ?? undefined;
  }
}

/** A list that nobody has put anything into is empty, or left out where it may be. */
function rowsOf({ fields, isRequired }: Extract<Field, { kind: 'rows' }>, rows: readonly (Typed | undefined)[]) {
  return rows.length === 0 && !isRequired ? undefined : rows.map((row) => bodyOf(fields, row ?? {}));
}

function textOf(field: Extract<Field, { kind: 'text' }>, typed: unknown): string | undefined {
  const text = typeof typed !== 'string' || field.secret ? typed : typed.trim();
  return typeof text === 'string' && text !== '' ? text : undefined;
}

/** A group that may be left out is sent only when somebody chose to fill it in. */
function groupOf(field: Extract<Field, { kind: 'group' }>, typed: Typed | undefined) {
  return typed === undefined && !field.isRequired ? undefined : bodyOf(field.fields, typed ?? {});
}

/** For what has no form of its own people write JSON. Throws SyntaxError when it is none. */
function jsonOf(typed: unknown): unknown {
  return typeof typed === 'string' && typed.trim() !== '' ? (JSON.parse(typed) as unknown) : undefined;
}

/** What a form begins with: the one thing there is to choose, where there is only one, and room for the entries that a list needs. */
export function beginningOf(fields: readonly Field[], only: (entity: string) => string | undefined): Typed {
  const typed: Record<string, unknown> = {};
  for (const field of fields) {
    if (field.kind === 'entity' && field.isRequired) {
      const choice = only(field.entity);
      if (choice !== undefined) typed[field.name] = field.several ? [choice] : choice;
    } else if (field.kind === 'rows' && field.isRequired && !field.fromRoster) {
      typed[field.name] = Array.from({ length: field.fewest }, () => beginningOf(field.fields, only));
    } else if (field.kind === 'group' && field.isRequired) {
      typed[field.name] = beginningOf(field.fields, only);
    }
  }
  return typed;
}

/** The label of what an error's path leads to: `应到会人员 2 · 参会身份`. */
export function labelOf(fields: readonly Field[], path: string, language: 'zh' | 'en'): string {
  const [name, ...rest] = path.split('.');
  const field = fields.find((one) => one.name === name);
  if (!field) return path;
  const own = field.label[language];
  const inner = field.kind === 'rows' || field.kind === 'group' ? field.fields : [];
  const [first, ...others] = rest;
  if (first === undefined) return own;
  if (field.kind !== 'rows') return inner.length > 0 ? `${own} · ${labelOf(inner, rest.join('.'), language)}` : own;
  const row = `${own} ${Number(first) + 1}`;
  return others.length > 0 ? `${row} · ${labelOf(inner, others.join('.'), language)}` : row;
}
