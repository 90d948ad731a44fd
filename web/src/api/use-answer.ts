import { keepPreviousData, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useCallback } from 'react';
import { call, type Given } from './call';
import type { Endpoint } from './endpoints';
import type { Problem } from './problem';

interface Asked extends Pick<Given, 'params' | 'query'> {
  /** Of what the answer tells: for another version it is asked for again, and until it comes the old one is shown. */
  readonly version?: number;
}

interface Options {
  /** Not asked as long as this is false. */
  readonly when?: boolean;
  /** Asked again after so many milliseconds, again and again. */
  readonly every?: number;
  /** Asked once, as long as nobody has it asked for again. */
  readonly kept?: boolean;
  /** Until the answer to what is asked now is there, that to what was asked before is shown: a list is not empty between two letters. */
  readonly lasting?: boolean;
}

/** What the API answers, kept while it is looked at and asked for again when the window is looked at again. */
export function useAnswer<Answer>(
  endpoint: Endpoint<Answer>,
  asked: Asked = {},
  { when = true, every, kept = false, lasting = false }: Options = {},
): UseQueryResult<Answer, Problem> {
  return useQuery<Answer, Problem>({
    queryKey: [endpoint.path, asked.params ?? {}, asked.query ?? {}, asked.version ?? 0],
    ...((lasting || asked.version !== undefined) && { placeholderData: keepPreviousData }),
    queryFn: ({ signal }) => call(endpoint, { params: asked.params ?? {}, query: asked.query ?? {}, signal }),
    enabled: when,
    ...(kept && { staleTime: Infinity }),
    ...(every !== undefined && { refetchInterval: every }),
  });
}
/** Has answers asked for again whose address begins with one of these: after something was done, or when others did. */
export function useRefresh(): (...paths: readonly string[]) => Promise<void> {
  const client = useQueryClient();
  return useCallback(
    async (...paths) => {
      await client.invalidateQueries({
        predicate: ({ queryKey: [path] }) => paths.length === 0 || paths.some((one) => String(path).startsWith(one)),
      });
    },
    [client],
  );
}
