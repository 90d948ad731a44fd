import { z } from 'zod';
import { bilingualSchema, civilDateSchema, idSchema, lineSchema, organisationIdShape } from './common';

const valueSchema = z.union([
  z.number(),
  z.object({ numerator: z.int(), denominator: z.int(), strict: z.boolean() }).meta({ id: 'Threshold' }),
]);

export const rulebookQuery = z.strictObject({
  ...organisationIdShape,
  on: civilDateSchema.optional().meta({ description: '默认今天 / Today by default' }),
});

export const valueInForceSchema = z
  .object({
    key: z.string(),
    name: bilingualSchema,
    value: valueSchema,
    clause: z.string().nullable(),
    origin: z.enum(['text', 'law', 'local']).meta({
      description: '制度原文、法律或本地选择 / The regulation itself, another law, or a local choice',
    }),
    setBy: z
      .object({
        organisationId: idSchema,
        name: z.string(),
        nameEn: z.string(),
        version: z.int(),
        inherited: z.boolean(),
      })
      .nullable()
      .meta({ description: '为空表示默认值 / Null for the default' }),
  })
  .meta({ id: 'ValueInForce' });

export const rulebookInForceSchema = z
  .object({ organisationId: idSchema, on: civilDateSchema, values: z.array(valueInForceSchema) })
  .meta({ id: 'RulebookInForce' });

export const rulebookVersionSchema = z
  .object({
    id: idSchema,
    organisationId: idSchema,
    version: z.int(),
    effectiveOn: civilDateSchema,
    values: z.record(z.string(), z.unknown()),
    note: z.string(),
    createdById: idSchema,
  })
  .meta({ id: 'RulebookVersion' });

/** A version that has just been set. */
export const setRulebookSchema = rulebookVersionSchema
  .extend({
    withdrawn: z.array(z.string()).meta({
      description:
        '原版本设定而本版本不再设定的参数 / What the version before set and this one does not: inherited again, or the default',
    }),
  })
  .meta({ id: 'SetRulebook' });

export const rulebookVersionsSchema = z.object({ items: z.array(rulebookVersionSchema) });

/** Values are checked against the catalogue of parameters, which names the clause of each. */
export const newRulebookSchema = z.strictObject({
  ...organisationIdShape,
  effectiveOn: civilDateSchema.meta({
    description:
      '自此日起生效，不早于今天；某日适用的是生效日期最晚的版本 / The first day on which it counts, not before today; on any day the version dated last counts',
  }),
  values: z.record(z.string(), z.unknown()).meta({
    description:
      '本组织设定的全部参数，键见 docs/rulebook.md / Everything that the organisation sets, by the keys of docs/rulebook.md',
    example: { 'council.tellWithinDays': 3, 'council.passing': { numerator: 3, denominator: 4, strict: false } },
  }),
  note: lineSchema(200).meta({ description: '依据 / On what it rests' }),
  withdraws: z.array(z.string().max(100)).max(100).optional().meta({
    description:
      '要撤销的参数：现行版本设定而 values 中没有的，须在此列出 / What is withdrawn: every key that is set and left out of values',
  }),
});
