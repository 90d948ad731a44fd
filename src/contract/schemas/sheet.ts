import { z } from 'zod';
import { bilingualSchema, civilDateSchema, idSchema, momentSchema } from './common';

/** One value as it is shown: a text that somebody wrote, words of ours, or something that has a name, a day or a file. */
export const shownValueSchema = z
  .union([
    z.object({ text: z.string().nullable() }),
    z.object({ words: bilingualSchema }),
    z.object({ person: idSchema }),
    z.object({ day: civilDateSchema }),
    z.object({ at: momentSchema }),
    z.object({ file: idSchema }),
    z.object({ paper: idSchema }),
    z.object({ ballots: idSchema }),
  ])
  .meta({
    id: 'ShownValue',
    description: '文字、词语、人员、日期、时间、附件、公示或个人意见 / A text, words, a person, a day, …',
  });

/** A part of a procedure as people read it, the same for every kind. */
export const sectionSchema = z
  .object({
    title: z.array(shownValueSchema),
    clause: z.string().nullable(),
    lines: z.array(z.object({ label: bilingualSchema, values: z.array(shownValueSchema) })),
    table: z
      .object({ columns: z.array(bilingualSchema), rows: z.array(z.array(z.array(shownValueSchema))) })
      .nullable(),
    get parts() {
      return z.array(sectionSchema);
    },
  })
  .meta({ id: 'Section' });
