import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { call, type Given } from '../api/call';
import type { Endpoint } from '../api/endpoints';
import type { Problem } from '../api/problem';
import type { Page } from '../api/types';
import type { Bilingual } from '../../../src/contract/words/bilingual';
import { SHELL_WORDS } from '../../../src/contract/words/web/shell';
import { useLanguage } from '../language';
import { Answered } from './answered';

interface Props<Item> {
  readonly endpoint: Endpoint<Page<Item>>;
  readonly query: NonNullable<Given['query']>;
  readonly empty: Bilingual;
  readonly children: (items: readonly Item[]) => ReactNode;
}

/** A list that comes page by page. */
export function PagedList<Item>({ endpoint, query, empty, children }: Props<Item>) {
  const { say } = useLanguage();
  const { data, error, refetch, ...pages } = useInfiniteQuery<
    Page<Item>,
    Problem,
    readonly Item[],
    readonly unknown[],
    string | undefined
  >({
    queryKey: [endpoint.path, 'pages', query],
    queryFn: ({ pageParam, signal }) => call(endpoint, { query: { ...query, cursor: pageParam }, signal }),
    initialPageParam: undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    select: ({ pages: all }) => all.flatMap(({ items }) => items),
  });
  return (
    <Answered of={{ data, error, refetch }}>
      {(items) =>
        items.length === 0 ? (
          <p>{say(empty)}</p>
        ) : (
          <>
            {children(items)}
            {pages.hasNextPage && (
              <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                {say(SHELL_WORDS.more)}
              </Button>
            )}
          </>
        )
      }
    </Answered>
  );
}
