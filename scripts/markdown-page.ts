import type { Bilingual } from '../src/contract/words/bilingual';

/** A part of a page: a heading in both languages, what it says, and a table. */
export interface Section {
  readonly title: Bilingual;
  readonly about: Bilingual;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A page of docs/ that is generated, from its parts, each given as lines. */
export function markdownPage(title: Bilingual, parts: readonly (readonly string[])[]): string {
  return [
    `# ${title.zh} / ${title.en}`,
    '',
    '本页由 `npm run docs` 生成。 / This page is written by `npm run docs`.',
    '',
    ...parts.flat(),
  ].join('\n');
}

export function sectionLines({ title, about, head, rows }: Section): string[] {
  return [`## ${title.zh} / ${title.en}`, '', about.zh, '', about.en, '', ...tableLines(head, rows), ''];
}

/** Both languages, one below the other in a cell. */
export function both({ zh, en }: Bilingual): string {
  return `${zh}<br>${en}`;
}

/** Both languages on one line of a cell. */
export function inLine({ zh, en }: Bilingual): string {
  return `${zh} ${en}`;
}

/** Text of others, such as a title, that must not be taken for markup. */
export function plain(text: string): string {
  return text.replace(/[\\`*_<|]/g, '\\$&');
}

function tableLines(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}
