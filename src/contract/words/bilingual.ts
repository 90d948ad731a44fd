/** The same words in Chinese, which come first, and in English. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}
