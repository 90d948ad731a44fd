import { fieldsOf, type Field } from '../../web/src/form/schema';
import { beginningOf, bodyOf, labelOf } from '../../web/src/form/values';

/** A kind of procedure that nobody has heard of. */
const MADE_UP = {
  type: 'object',
  required: [
    'kind',
    'heading',
    'on',
    'at',
    'count',
    'loud',
    'colour',
    'leader',
    'deputy',
    'helpers',
    'guests',
    'where',
    'steps',
  ],
  properties: {
    kind: { type: 'string', const: 'parade' },
    heading: { type: 'string', minLength: 1, maxLength: 60, title: '名称', titleEn: 'Heading' },
    remark: { type: 'string', maxLength: 2000, title: '备注', titleEn: 'Remark' },
    on: { type: 'string', format: 'date', title: '日期', titleEn: 'Day' },
    at: { type: 'string', format: 'date-time', title: '时间', titleEn: 'Moment' },
    count: { type: 'integer', minimum: 0, maximum: 9, title: '数量', titleEn: 'Count' },
    loud: { type: 'boolean', title: '奏乐', titleEn: 'With music' },
    colour: {
      type: 'string',
      enum: ['red', 'green'],
      labels: { red: { zh: '红', en: 'Red' } },
      title: '颜色',
      titleEn: 'Colour',
    },
    leader: { type: 'string', format: 'uuid', entity: 'person', title: '领队', titleEn: 'Leader' },
    deputy: {
      anyOf: [{ type: 'string', format: 'uuid' }, { type: 'null' }],
      entity: 'person',
      title: '副领队',
      titleEn: 'Deputy',
    },
    helpers: {
      type: 'array',
      minItems: 1,
      items: { type: 'string' },
      entity: 'float',
      title: '彩车',
      titleEn: 'Floats',
    },
    guests: { type: 'array', items: { $ref: '#/$defs/Guest' }, title: '来宾', titleEn: 'Guests' },
    where: { $ref: '#/$defs/Place' },
    steps: {
      type: 'array',
      minItems: 2,
      title: '环节',
      titleEn: 'Steps',
      items: {
        type: 'object',
        required: ['what'],
        properties: { what: { type: 'string', title: '内容', titleEn: 'What' } },
      },
    },
    route: { type: 'object', title: '路线', titleEn: 'Route', properties: { from: { type: 'string' } } },
    extra: { title: '其他', titleEn: 'Else', description: '任意内容 / Anything' },
  },
  $defs: {
    Guest: {
      type: 'object',
      required: ['name'],
      properties: { name: { type: 'string', title: '姓名', titleEn: 'Name' } },
    },
    Place: {
      type: 'object',
      title: '地点',
      titleEn: 'Place',
      required: ['street'],
      properties: { street: { type: 'string' } },
    },
  },
} as const;

const fields = fieldsOf(MADE_UP);
const field = (name: string): Field => fields.find((one) => one.name === name)!;

test('every field of a made-up schema gets its control, its name and whether it must be given', () => {
  const seen = Object.fromEntries(fields.map((one) => [one.name, [one.kind, one.label.zh, one.isRequired]]));
  expect(seen).toEqual({
    kind: ['fixed', 'kind', true],
    heading: ['text', '名称', true],
    remark: ['text', '备注', false],
    on: ['day', '日期', true],
    at: ['moment', '时间', true],
    count: ['number', '数量', true],
    loud: ['flag', '奏乐', true],
    colour: ['choice', '颜色', true],
    leader: ['entity', '领队', true],
    deputy: ['entity', '副领队', false],
    helpers: ['entity', '彩车', true],
    guests: ['rows', '来宾', false],
    where: ['group', '地点', true],
    steps: ['rows', '环节', true],
    route: ['group', '路线', false],
    extra: ['other', '其他', false],
  });
  expect(field('remark')).toMatchObject({ lines: true });
  expect(field('heading')).toMatchObject({ lines: false });
  expect(field('deputy')).toMatchObject({ entity: 'person', several: false, isNullable: true });
  expect(field('helpers')).toMatchObject({ entity: 'float', several: true });
  expect(field('colour')).toMatchObject({
    options: [
      { value: 'red', label: { zh: '红', en: 'Red' } },
      { value: 'green', label: { zh: 'green', en: 'green' } },
    ],
  });
  expect(field('extra').hint).toEqual({ zh: '任意内容', en: 'Anything' });
});

test('what was typed becomes a body: trimmed, the empty left out, null where the schema has it', () => {
  const typed = {
    heading: ' 游行 ',
    remark: ' ',
    count: 0,
    loud: false,
    guests: [{ name: '甲' }, undefined],
    extra: '[1]',
  };
  expect(bodyOf(fields, typed)).toEqual({
    kind: 'parade',
    heading: '游行',
    count: 0,
    loud: false,
    deputy: null,
    guests: [{ name: '甲' }, {}],
    where: {},
    steps: [],
    extra: [1],
  });
});

test('a group that may be left out is sent when somebody began to fill it in', () => {
  expect(bodyOf([field('route')], { route: { from: '东门' } })).toEqual({ route: { from: '东门' } });
  expect(bodyOf([field('route')], {})).toEqual({});
});

test('a form begins with the only thing there is to choose, and with the rows that a list needs', () => {
  const only = (entity: string) => (entity === 'float' ? 'a' : undefined);
  expect(beginningOf(fields, only)).toEqual({ helpers: ['a'], where: {}, steps: [{}, {}] });
});

test('an error is told by the label of its field', () => {
  expect(labelOf(fields, 'guests.1.name', 'zh')).toBe('来宾 2 · 姓名');
  expect(labelOf(fields, 'guests.1.name', 'en')).toBe('Guests 2 · Name');
  expect(labelOf(fields, 'helpers.0', 'zh')).toBe('彩车');
  expect(labelOf(fields, 'unheard-of', 'zh')).toBe('unheard-of');
});

test('what may be left out stays as it is until somebody empties it by hand', () => {
  const mail = { type: 'object', properties: { mail: { anyOf: [{ type: 'string' }, { type: 'null' }] } } } as const;
  expect(bodyOf(fieldsOf(mail), {})).toEqual({});
  expect(bodyOf(fieldsOf(mail), { mail: '' })).toEqual({ mail: null });
});
