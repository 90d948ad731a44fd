import type { Bilingual } from '../bilingual';

/** What people read when something is refused. */
export interface RefusalWords {
  readonly title: Bilingual;
  readonly detail: Bilingual;
}

/** Words in one line each: title and detail, in Chinese and English. */
export function word(titleZh: string, titleEn: string, zh: string, en: string): RefusalWords {
  return { title: { zh: titleZh, en: titleEn }, detail: { zh, en } };
}
