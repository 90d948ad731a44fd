import { z } from 'zod';

/** What every refusal and error looks like: RFC 9457, with the clause and with both languages. */
export const problemSchema = z
  .object({
    type: z.string().meta({ example: 'urn:guicheng:problem:rulebook.below-floor' }),
    title: z.string().meta({ description: 'In the language that Accept-Language asks for; Chinese by default' }),
    status: z.int(),
    code: z.string().meta({ example: 'rulebook.below-floor' }),
    clause: z
      .string()
      .nullable()
      .meta({ description: 'The clause that forbids it; null where no rule speaks of it', example: 'HDA-11.1.2' }),
    params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    detail: z
      .object({ zh: z.string(), en: z.string() })
      .meta({ description: 'What is wrong, why, and what to do next' }),
    errors: z
      .array(
        z.object({
          path: z.string().meta({ example: 'values.council.noticeClearDays' }),
          message: z.string(),
          clause: z.string().nullable().optional(),
        }),
      )
      .optional(),
    possible: z.array(z.string()).optional().meta({ description: 'What is possible instead' }),
    earliest: z.string().optional().meta({ description: 'When this becomes possible' }),
  })
  .meta({ id: 'Problem' });

/** The body of a refusal. */
export type ProblemBody = z.output<typeof problemSchema>;
