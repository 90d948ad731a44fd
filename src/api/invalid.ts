import type { z } from 'zod';
import type { ProblemBody } from '../contract/schemas/problem';
import { inBoth } from '../contract/words/bilingual';
import { fieldWords } from '../contract/words/fields';
import { refuse } from '../domain/refusal';
import type { Problem } from './problem';

/** To be given to `safeParse`: what is wrong with a field is said in both languages. */
export const inWords: { error: z.core.$ZodErrorMap } = { error: (issue) => inBoth(fieldWords(issue)) };

/** The refusal of what does not fit its schema, naming each field once; where fields are looked for by path, what is not asked for is one too. */
export function invalid(error: z.ZodError, where: 'query' | 'body'): Problem {
  const errors = new Map<string, NonNullable<ProblemBody['errors']>[number]>();
  for (const issue of error.issues) {
    const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    for (const path of paths.map((parts) => parts.join('.') || where)) {
      // What is empty is not also told that it has the wrong form.
      if (!errors.has(path)) errors.set(path, { path, message: issue.message });
    }
  }
  return { ...refuse('request.invalid', null), errors: [...errors.values()] };
}
