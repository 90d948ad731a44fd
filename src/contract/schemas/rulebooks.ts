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
  })
  .meta({ id: 'RulebookVersion' });

export const rulebookVersionsSchema = z.object({ items: z.array(rulebookVersionSchema) });

/** Values are checked against the catalogue of parameters, which names the clause of each. */
export const newRulebookSchema = z.strictObject({
  ...organisationIdShape,
  effectiveOn: civilDateSchema,
  values: z.record(z.string(), z.unknown()),
  note: lineSchema(200),
});
