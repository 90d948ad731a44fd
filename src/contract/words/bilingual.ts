/** The same words in Chinese, which come first, and in English. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** Both languages on one line. */
export function inBoth({ zh, en }: Bilingual): string {
  return `${zh} / ${en}`;
}
