import type { Bilingual } from '../../../src/contract/words/bilingual';

/** As much of JSON Schema as the API's forms are made of, with what it says beside the standard (src/contract/schemas/field.ts). */
export interface JsonSchema {
  readonly type?: string;
  readonly format?: string;
  readonly title?: string;
  readonly titleEn?: string;
  readonly description?: string;
  readonly const?: unknown;
  readonly enum?: readonly (string | number)[];
  readonly labels?: Readonly<Record<string, Bilingual>>;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  /** Whether a text may have several lines. */
  readonly lines?: boolean;
  readonly minItems?: number;
  readonly maxItems?: number;
  /** What an id, or a list of ids, names. */
  readonly entity?: string;
  /** For a list of people: the field that names each, and the one that takes their position on a roster. */
  readonly fromRoster?: { readonly person: string; readonly position: string };
  readonly $ref?: string;
}

/** How a field is filled in. */
export type Kind =
  | { readonly kind: 'text'; readonly lines: boolean; readonly secret: boolean }
  | { readonly kind: 'number'; readonly minimum: number | undefined; readonly maximum: number | undefined }
  | { readonly kind: 'flag' }
  | { readonly kind: 'choice'; readonly options: readonly Option[]; readonly several: boolean }
  | { readonly kind: 'day' }
  | { readonly kind: 'moment' }
  | { readonly kind: 'entity'; readonly entity: string; readonly several: boolean }
  | { readonly kind: 'rows'; readonly fields: readonly Field[]; readonly fromRoster: JsonSchema['fromRoster'] }
  | { readonly kind: 'group'; readonly fields: readonly Field[] }
  | { readonly kind: 'fixed'; readonly value: unknown }
  | { readonly kind: 'other' };

export interface Option {
  readonly value: string;
  readonly label: Bilingual;
}

/** One field of a form. */
export type Field = Kind & {
  readonly name: string;
  readonly label: Bilingual;
  readonly hint: Bilingual | null;
  readonly isRequired: boolean;
  /** What is sent when it is left empty: null or an empty list where the schema wants either, otherwise nothing. */
  readonly isNullable: boolean;
  readonly isSentEmpty: boolean;
  /** What may be left out stays as it is; emptied by hand it is removed, by null. */
  readonly isRemovable: boolean;
  /** The smallest and the largest number of entries of a list. */
  readonly fewest: number;
  readonly most: number | undefined;
};

/** Longer texts are written on several lines, where nothing is said of it. */
const ONE_LINE = 200;

/** The fields of an object's schema, in its order. `root` is where its references lead. */
export function fieldsOf(schema: JsonSchema, root: JsonSchema = schema): Field[] {
  const required = schema.required ?? [];
  return Object.entries(schema.properties ?? {}).map(([name, property]) =>
    fieldOf(name, property, { root, isRequired: required.includes(name) }),
  );
}

function fieldOf(
  name: string,
  given: JsonSchema,
  { root, isRequired }: { root: JsonSchema; isRequired: boolean },
): Field {
  const outer = resolved(given, root);
  const { schema, mayBeNull } = withoutNull(outer, root);
  const [isNullable, isRemovable] = [mayBeNull && isRequired, mayBeNull && !isRequired];
  const said = { ...schema, ...outer };
  const label = { zh: said.title ?? name, en: said.titleEn ?? name };
  const [fewest, most] = [schema.minItems ?? 0, schema.maxItems];
  const isSentEmpty = isRequired && schema.type === 'array' && fewest === 0;
  const common = { name, label, hint: hintOf(said.description), isNullable, isRemovable, isSentEmpty, fewest, most };
  return {
    ...common,
    isRequired: isRequired && !isNullable && !isSentEmpty,
    ...kindOf(name, { ...schema, ...entityOf(said) }, root),
  };
}

function kindOf(name: string, schema: JsonSchema, root: JsonSchema): Kind {
  if ('const' in schema) return { kind: 'fixed', value: schema.const };
  if (schema.enum) return { kind: 'choice', options: optionsOf(schema), several: false };
  switch (schema.type) {
    case 'string':
      return stringKind(name, schema);
    case 'integer':
    case 'number':
      return { kind: 'number', minimum: schema.minimum, maximum: schema.maximum };
    case 'boolean':
      return { kind: 'flag' };
    case 'array':
      return arrayKind(schema, root);
    case 'object':
      return schema.properties ? { kind: 'group', fields: fieldsOf(schema, root) } : { kind: 'other' };
    default:
      return { kind: 'other' };
  }
}

function stringKind(name: string, { format, entity, maxLength, pattern, lines }: JsonSchema): Kind {
  if (entity !== undefined) return { kind: 'entity', entity, several: false };
  if (format === 'date') return { kind: 'day' };
  if (format === 'date-time') return { kind: 'moment' };
  const secret = /password/i.test(name);
  const isLong = pattern === undefined && maxLength !== undefined && maxLength > ONE_LINE;
  return { kind: 'text', lines: (lines ?? isLong) && !secret, secret };
}

function arrayKind({ items = {}, entity, fromRoster }: JsonSchema, root: JsonSchema): Kind {
  const item = resolved(items, root);
  const named = entity ?? item.entity;
  if (named !== undefined) return { kind: 'entity', entity: named, several: true };
  if (item.enum) return { kind: 'choice', options: optionsOf(item), several: true };
  if (item.properties) return { kind: 'rows', fields: fieldsOf(item, root), fromRoster };
  return { kind: 'other' };
}

function optionsOf({ enum: values = [], labels = {} }: JsonSchema): Option[] {
  return values.map((value) => ({
    value: String(value),
    label: labels[value] ?? { zh: String(value), en: String(value) },
  }));
}

function entityOf({ entity }: JsonSchema): JsonSchema {
  return entity === undefined ? {} : { entity };
}

/** Of what may be null, the schema of what it is otherwise. */
function withoutNull(schema: JsonSchema, root: JsonSchema): { schema: JsonSchema; mayBeNull: boolean } {
  if (!schema.anyOf) return { schema, mayBeNull: false };
  const others = schema.anyOf.filter(({ type }) => type !== 'null');
  const [only] = others;
  const inner = others.length === 1 && only ? resolved(only, root) : {};
  return { schema: inner, mayBeNull: others.length < schema.anyOf.length };
}

/** Follows a reference to its place inside the document. */
function resolved(schema: JsonSchema, root: JsonSchema): JsonSchema {
  if (schema.$ref === undefined) return schema;
  const steps = schema.$ref.replace(/^#\/?/, '').split('/').filter(Boolean);
  const found = steps.reduce<unknown>(
    (at, step) => (at as Readonly<Record<string, unknown>> | undefined)?.[step],
    root,
  );
  const { $ref: _followed, ...beside } = schema;
  return { ...(found as JsonSchema | undefined), ...beside };
}

/** Descriptions say both languages, Chinese first: `为空则立即终止 / Null ends it at once`. */
function hintOf(description: string | undefined): Bilingual | null {
  if (description === undefined) return null;
  const [zh = '', ...en] = description.split(' / ');
  return { zh, en: en.join(' / ') || zh };
}
