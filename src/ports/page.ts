/** Which part of a list is asked for: `after` is the id of the last item seen. */
export interface PageRequest {
  readonly after?: string | undefined;
  readonly limit: number;
}

/** A part of a list. `next` is what the following part is asked for after; null at the end. */
export interface Page<Item> {
  readonly items: Item[];
  readonly next: string | null;
}
