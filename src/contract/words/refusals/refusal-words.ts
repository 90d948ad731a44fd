import type { Bilingual } from '../bilingual';

/** What people read when something is refused. */
export interface RefusalWords {
  readonly title: Bilingual;
  readonly detail: Bilingual;
}
