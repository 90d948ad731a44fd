import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, type Given } from './call';
import type { Endpoint } from './endpoints';
import type { Problem } from './problem';

type Asked = Pick<Given, 'params' | 'query'>;

interface Options {
  /** Not asked as long as this is false. */
  readonly when?: boolean;
  /** Asked again after so many milliseconds, again and again. */
  readonly every?: number;
  /** Asked once, as long as nobody has it asked for again. */
  readonly kept?: boolean;
}

/** What the API answers, kept while it is looked at and asked for again when the window is looked at again. */
export function useAnswer<Answer>(
  endpoint: Endpoint<Answer>,
  asked: Asked = {},
  { when = true, every, kept = false }: Options = {},
): UseQueryResult<Answer, Problem> {
  return useQuery<Answer, Problem>({
    queryKey: [endpoint.path, asked.params ?? {}, asked.query ?? {}],
    queryFn: ({ signal }) => call(endpoint, { ...asked, signal }),
    enabled: when,
    ...(kept && { staleTime: Infinity }),
    ...(every !== undefined && { refetchInterval: every }),
  });
}
