/** How many items a page of a list holds. */
export const PAGE_SIZE = 50;
