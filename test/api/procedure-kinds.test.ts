import { kinds } from '../../src/api/procedures/kinds';

/** Every field of a form, also those of the groups and lists inside it. */
function fieldsOf(schema: any): [string, any][] {
  return Object.entries<any>(schema?.properties ?? {}).flatMap(([name, field]) => [
    [name, field],
    ...fieldsOf(field),
    ...fieldsOf(field.items),
  ]);
}

const isId = (schema: any): boolean =>
  schema !== undefined && (schema.format === 'uuid' || isId(schema.items) || (schema.anyOf ?? []).some(isId));

const forms = kinds().flatMap(([kind, { beginning, actions }]) => [
  { form: `${kind} begins`, schema: beginning },
  ...Object.entries(actions).map(([name, { jsonSchema }]) => ({ form: `${kind} ${name}`, schema: jsonSchema })),
]);

test.each(forms)('$form: every field has a name in both languages, every id says what it names', ({ schema }) => {
  for (const [name, field] of fieldsOf(schema)) {
    if (field.const !== undefined) continue;
    expect([name, field.title, field.titleEn]).toEqual([name, expect.any(String), expect.any(String)]);
    if (field.enum) expect(Object.keys(field.labels)).toEqual(field.enum);
    if (isId(field) && field.items?.properties === undefined)
      expect([name, field.entity]).toEqual([name, expect.any(String)]);
  }
});
