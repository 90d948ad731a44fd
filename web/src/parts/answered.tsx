import type { ReactNode } from 'react';
import type { Problem } from '../api/problem';
import { Failed } from './failed';
import { Loading } from './loading';

interface Props<Answer> {
  readonly of: {
    readonly data: Answer | undefined;
    readonly error: Problem | null;
    readonly refetch: () => Promise<unknown>;
  };
  readonly children: (answer: Answer) => ReactNode;
}

/** What is made of an answer, once it is there; until then that it is on its way, or why it is not. */
export function Answered<Answer>({ of: { data, error, refetch }, children }: Props<Answer>) {
  if (data !== undefined) return children(data);
  return error ? <Failed problem={error} retry={() => void refetch()} /> : <Loading />;
}
