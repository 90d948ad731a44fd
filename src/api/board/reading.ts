import type { Bilingual } from '../../contract/words/bilingual';
import { citation } from '../../contract/words/documents';
import type { ClauseId } from '../../domain/clause';
import { html, type Frame, type Html } from './html';

/** In which language somebody reads the boards. */
export interface Reading {
  readonly language: Frame['language'];
  say(words: Bilingual): string;
  /** What people wrote, which is in Chinese whatever the language of the page. */
  asWritten(text: unknown): Html;
  /** An address of the boards, in the same language. */
  to(path: string): string;
  /** The frame of the page at that address. */
  frame(path: string): Frame;
}

/** The ways of a reader of that language. */
export function readingIn(language: Frame['language']): Reading {
  const inLanguage = (path: string, asked: Frame['language']) => {
    if (asked === 'zh') return path;
    return `${path}${path.includes('?') ? '&' : '?'}lang=en`;
  };
  return {
    language,
    say: (words) => words[language],
    asWritten: (text) => (language === 'zh' ? html`${text}` : html`<span lang="zh-CN">${text}</span>`),
    to: (path) => inLanguage(path, language),
    frame: (path) => ({ language, otherLanguage: inLanguage(path, language === 'zh' ? 'en' : 'zh') }),
  };
}

/** One line of a list of facts. */
export function fact({ say }: Reading, name: Bilingual, value: unknown): Html {
  return html`<dt>${say(name)}</dt>
    <dd>${value}</dd>`;
}

/** The clauses by which something is posted, as a reader can look them up. */
export function basis({ say }: Reading, clauses: readonly ClauseId[]): string {
  const cited = clauses.map(citation);
  return say({ zh: cited.map(({ zh }) => zh).join('；'), en: cited.map(({ en }) => en).join('; ') });
}
