import { z } from 'zod';
import { invalid, inWords } from '../../src/api/invalid';
import { usernameSchema } from '../../src/contract/schemas/accounts';
import { civilDateSchema, idSchema, lineSchema } from '../../src/contract/schemas/common';
import { newProcedureSchema } from '../../src/contract/schemas/procedures';

function errorsOf(schema: z.ZodType, value: unknown) {
  return invalid(schema.safeParse(value, inWords).error!, 'body').errors;
}

const field = (schema: z.ZodType, value: unknown) => errorsOf(z.strictObject({ it: schema }), { it: value });

describe('what is wrong with a field is said plainly in both languages', () => {
  test.each<[string, z.ZodType, unknown, string]>([
    ['is missing', z.string(), undefined, '缺少此项，必须填写 / this is missing and must be given'],
    [
      'is missing where there is a choice',
      z.enum(['oral', 'ballot']),
      undefined,
      '缺少此项，必须填写，应为其中之一：oral、ballot / this is missing and must be given, and should be one of: oral, ballot',
    ],
    [
      'is not one of the choices',
      z.enum(['oral', 'ballot']),
      'mail',
      '应为其中之一：oral、ballot / should be one of: oral, ballot',
    ],
    ['is not the only choice', z.literal('council'), 'hearing', '应为 council / should be council'],
    ['should be text', z.string(), 5, '应为文字 / should be text'],
    ['should be a number', z.number(), '5', '应为数字 / should be a number'],
    ['should be whole', z.int(), 1.5, '应为整数 / should be a whole number'],
    ['should be yes or no', z.boolean(), 'yes', '应为 true 或 false / should be true or false'],
    ['should be a list', z.array(z.string()), 'one', '应为列表 / should be a list'],
    ['should be an object', z.strictObject({}), [], '应为由各项内容组成的对象 / should be an object of named fields'],
    ['is empty', lineSchema(60), '', '不能为空 / must not be empty'],
    ['is too short', z.string().min(10), 'short', '至少 10 个字符 / at least 10 characters'],
    ['is too long', lineSchema(5), '很长很长的名字', '最多 5 个字符 / at most 5 characters'],
    ['is an empty list', z.array(z.string()).min(1), [], '至少 1 项 / at least 1 item'],
    ['is too long a list', z.array(z.string()).max(2), ['a', 'b', 'c'], '最多 2 项 / at most 2 items'],
    ['is too small', z.int().min(0), -1, '不得小于 0 / must not be less than 0'],
    ['is too big', z.int().max(10), 11, '不得大于 10 / must not be more than 10'],
    ['is at a bound that is not included', z.number().gt(0).lt(1), 0, '应大于 0 / should be more than 0'],
    [
      'is no day',
      civilDateSchema,
      '2026-02-30',
      '应为存在的日期，如 2026-03-05 / should be a date that exists, such as 2026-03-05',
    ],
    [
      'is no moment',
      z.iso.datetime({ offset: true }),
      '2026-03-05 09:30',
      '应为带时区的时间，如 2026-03-05T09:30:00+08:00 / should be a time with its zone, such as 2026-03-05T09:30:00+08:00',
    ],
    [
      'is no id',
      idSchema,
      '42',
      '应为列表或者此前答复中的编号（UUID） / should be an id (UUID) from a list or an earlier answer',
    ],
    [
      'has spaces at an end',
      lineSchema(60),
      ' 周七',
      '应为一行文字，首尾不留空格 / should be one line of text without spaces at either end',
    ],
    [
      'has a form of its own',
      usernameSchema,
      'Zhou Yi',
      '应为 3 至 40 个小写字母、数字、点、下划线或连字符，以字母或数字开头 / should be 3 to 40 lower-case letters, digits, dots, underscores or hyphens, and begin with a letter or digit',
    ],
    [
      'has another form',
      z.string().regex(/^20\d\d$/),
      '1999',
      '应为规定的格式，不含控制字符 / should be in the form asked for, without control characters',
    ],
  ])('one that %s', (_what, schema, value, message) => {
    expect(field(schema, value)).toEqual([{ path: 'it', message }]);
  });

  test('one that is not asked for is named itself', () => {
    const schema = z.strictObject({ items: z.array(z.strictObject({ title: z.string() })) });
    expect(errorsOf(schema, { items: [{ title: '一', colour: '红' }], role: 'administrator' })).toEqual([
      { path: 'items.0.colour', message: '没有这一项，请删去 / there is no such field; leave it out' },
      { path: 'role', message: '没有这一项，请删去 / there is no such field; leave it out' },
    ]);
  });

  test('a kind of procedure that does not exist, or none, is answered with those that do', () => {
    expect(errorsOf(newProcedureSchema, { kind: 'appraisal' })).toEqual([
      { path: 'kind', message: expect.stringContaining('council') },
    ]);
    expect(errorsOf(newProcedureSchema, {})?.[0]?.message).toMatch(/^缺少此项，必须填写，应为.*council/);
  });

  test('a body that is missing is said to be', () => {
    const message = '缺少此项，必须填写 / this is missing and must be given';
    expect(errorsOf(z.strictObject({}), undefined)).toEqual([{ path: 'body', message }]);
  });
});
