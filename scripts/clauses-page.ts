import { DOCUMENTS } from '../src/contract/words/documents';
import type { ClauseId } from '../src/domain/clause';
import { citations, shownByTests, type Mention } from './clauses-page-scan';
import { inLine, markdownPage, plain, sectionLines } from './markdown-page';

type DocumentId = keyof typeof DOCUMENTS;

const documentIds = Object.keys(DOCUMENTS) as DocumentId[];

/** What is known of one clause: the source files that cite it and the tests that show it. */
interface Entry {
  readonly clause: ClauseId;
  readonly cited: readonly Mention[];
  readonly tests: readonly Mention[];
}

/** docs/clauses.md: where each clause is enforced and which tests show it. */
export function clausesPage(): string {
  const entries = clauseEntries();
  const overview = sectionLines({
    title: { zh: '概况', en: 'Overview' },
    about: {
      zh: '规则代码（src/domain）引用的条款，以及测试标题在方括号中注明的条款。条款的测试通过，即证明该条款得到执行。',
      en: 'The clauses that the rules (src/domain) cite and those that the titles of tests carry in brackets. A clause works when a passing test shows it.',
    },
    head: ['文件 / Document', '有测试 / With a test', '被引用 / Cited', '被引用而无测试 / Cited without a test'],
    rows: documentIds.map((id) => overviewRow(id, entries.filter(isOf(id)))),
  });
  const documents = documentIds.flatMap((id) => {
    const own = entries.filter(isOf(id));
    return own.length ? [[`## ${id} ${inLine(DOCUMENTS[id])}`, ''], ...own.map(entryLines)] : [];
  });
  return markdownPage({ zh: '条款与测试', en: 'Clauses and tests' }, [overview, ...documents]);
}

/** The clauses that the rules cite and no test shows. */
export function untestedClauses(): ClauseId[] {
  return clauseEntries()
    .filter(isUntested)
    .map(({ clause }) => clause);
}

/** By document, then by number: HDA-7.3a before HDA-7.3b before HDA-11. */
export function compareClauses(a: ClauseId, b: ClauseId): number {
  const place = (clause: ClauseId) => documentIds.findIndex((id) => clause.startsWith(`${id}-`));
  return place(a) - place(b) || a.localeCompare(b, 'en', { numeric: true });
}

function clauseEntries(): Entry[] {
  const cited = citations();
  const tests = shownByTests();
  const clauses = [...new Set([...cited, ...tests].flatMap((mention) => mention.clauses))].sort(compareClauses);
  return clauses.map((clause) => {
    const naming = (mention: Mention) => mention.clauses.includes(clause);
    return { clause, cited: cited.filter(naming), tests: tests.filter(naming) };
  });
}

function overviewRow(id: DocumentId, own: readonly Entry[]): string[] {
  return [
    `${id} ${inLine(DOCUMENTS[id])}`,
    String(own.filter(({ tests }) => tests.length).length),
    String(own.filter(({ cited }) => cited.length).length),
    own
      .filter(isUntested)
      .map(({ clause }) => clause)
      .join(', ') || '—',
  ];
}

function entryLines({ clause, cited, tests }: Entry): string[] {
  const sources = cited.map(({ file }) => `\`${file}\``).join(', ') || '—';
  const lines = [`### ${clause}`, '', `引用 / Cited by: ${sources}`, ''];
  if (!tests.length) return [...lines, '测试 / Tests: —', ''];
  const files = [...new Set(tests.map(({ file }) => file))];
  const shown = files.flatMap((file) => [
    `- \`${file}\``,
    ...tests.filter((test) => test.file === file).map(({ title = '' }) => `  - ${plain(title)}`),
  ]);
  return [...lines, '测试 / Tests:', '', ...shown, ''];
}

function isOf(id: DocumentId): (entry: Entry) => boolean {
  return ({ clause }) => clause.startsWith(`${id}-`);
}

function isUntested({ cited, tests }: Entry): boolean {
  return cited.length > 0 && tests.length === 0;
}
