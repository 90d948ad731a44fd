import { z } from 'zod';
import { refuse } from '../domain/refusal';
import type { Problem } from './problem';

const chinese = z.locales.zhCN().localeError;
const english = z.locales.en().localeError;

/** To be given to `safeParse`: what is wrong with a field is said in both languages. */
export const inWords: { error: z.core.$ZodErrorMap } = {
  error: (issue) => `${words(chinese(issue))} / ${words(english(issue))}`,
};

/** The refusal of what does not fit its schema, naming each field. */
export function invalid(error: z.ZodError, where: 'query' | 'body'): Problem {
  const errors = error.issues.map(({ path, message }) => ({ path: path.join('.') || where, message }));
  return { ...refuse('request.invalid', null), errors };
}

function words(message: string | { message: string } | null | undefined): string {
  return (typeof message === 'string' ? message : message?.message) ?? '—';
}
