import { z } from 'zod';
import { inBoth } from '../words/bilingual';
import { FIELD_FORMS } from '../words/fields';
import { field } from './field';

/** The id of a record. */
export const idSchema = z.uuid();

/** A day in China, `YYYY-MM-DD`. */
export const civilDateSchema = z.iso.date().meta({ example: '2026-03-05' });

/** A moment in ISO 8601, UTC. */
export const momentSchema = z.iso.datetime().meta({ example: '2026-03-05T01:30:00.000Z' });

/** One line that is not blank at either end. Control characters would be refused by the database. */
export function lineSchema(maximum: number) {
  return z
    .string()
    .min(1)
    .max(maximum)
    .regex(/^[^\s\x00-\x1f\x7f](?:[^\x00-\x1f\x7f]*[^\s\x00-\x1f\x7f])?$/, inBoth(FIELD_FORMS.line));
}

/** What is longer than this, forms let people write on several lines. */
const ONE_LINE = 120;

/** What somebody writes. Control characters and broken Unicode would be refused by the database. */
export function textSchema(longest: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^[^\p{Cs}\x00-\x08\x0b\x0c\x0e-\x1f\x7f]*$/u)
    .meta({ lines: longest > ONE_LINE });
}

/** Both languages. */
export const bilingualSchema = z.object({ zh: z.string(), en: z.string() });

/** The organisation that something belongs to. */
export const organisationIdShape = { organisationId: idSchema };

/** The path of everything that has an id. */
export const idParams = z.object({ id: idSchema });

/** Where a list goes on. */
export const cursorSchema = idSchema.optional().meta({ description: '上一页的 next / The next of the page before' });

/** A page of a list. */
export function pageSchema<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: idSchema.nullable() });
}

/** From a day to a day, both included; null: without end. */
export const termShape = {
  validFrom: field(civilDateSchema, '自', 'From'),
  validTo: field(civilDateSchema.nullable(), '至（含当日，空为长期）', 'Until (that day included, empty: without end)'),
};
