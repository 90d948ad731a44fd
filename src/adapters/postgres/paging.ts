import type { Page, PageRequest } from '../../ports/page';

/** What Prisma is asked for: one item more than a page holds tells whether there is a next page. */
export function pageArguments({ after, limit }: PageRequest) {
  return { take: limit + 1, ...(after !== undefined && { cursor: { id: after }, skip: 1 }) };
}

/** The page of the rows that were found with `pageArguments`. */
export function toPage<Row extends { id: string }, Item>(
  rows: readonly Row[],
  { limit }: PageRequest,
  toItem: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  return { items: shown.map(toItem), next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null };
}
