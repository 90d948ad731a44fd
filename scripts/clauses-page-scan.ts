import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync, type CallExpression, type Expression } from '@swc/core';
import { projectRoot } from '../src/config';
import type { ClauseId } from '../src/domain/clause';

/** Something that names clauses: a source file, or a test by its file and full title. */
export interface Mention {
  readonly file: string;
  readonly title?: string;
  readonly clauses: readonly ClauseId[];
}

const ID = String.raw`(?:ARC|ACC|PWW|PWR|PAD|CPO|RAD|HDA|LAW)-(?:[A-Z]+-)?\d+[a-z]?(?:\.\d+[a-z]?)*`;
const CITED = new RegExp(String.raw`\b${ID}`, 'g');
const IN_BRACKETS = new RegExp(String.raw`\[(${ID}(?:, ${ID})*)\]`, 'g');
/** A family of clauses in one type: HDA-10.${1 | 2 | 3}. */
const FAMILY = new RegExp(String.raw`(${ID})\.\$\{(\d+(?: \| \d+)*)\}`, 'g');

/** Which clauses each file of the domain cites, in comments, strings and types. */
export function citations(): Mention[] {
  return filesIn('src/domain', '.ts').map((file) => ({ file, clauses: citedIn(read(file)) }));
}

/** Which clauses each test carries in brackets, in its own title or that of a group around it. */
export function shownByTests(): Mention[] {
  return filesIn('test', '.test.ts').flatMap((file) =>
    [...new Set(titlesIn(read(file)))].map((title) => ({ file, title, clauses: inBrackets(title) })),
  );
}

export function citedIn(source: string): ClauseId[] {
  const written = source.replace(FAMILY, (_, family: string, parts: string) =>
    parts
      .split(' | ')
      .map((part) => `${family}.${part}`)
      .join(' '),
  );
  return [...new Set(written.match(CITED))] as ClauseId[];
}

/** The full titles of the tests in a source, groups before tests; what a template fills in stays `${…}`. */
export function titlesIn(source: string): string[] {
  return titlesBelow(parseSync(source, { syntax: 'typescript' }).body, '');
}

function titlesBelow(node: unknown, group: string): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const call = node as CallExpression;
  const title =
    call.type === 'CallExpression' && call.arguments.length > 1 ? textOf(call.arguments[0]?.expression) : null;
  const kind = title === null ? null : kindOf(call.callee as Expression);
  if (title === null || kind === null) return Object.values(node).flatMap((child) => titlesBelow(child, group));
  const full = group ? `${group} › ${title}` : title;
  return kind === 'describe' ? titlesBelow(call.arguments, full) : filledIn(full, call.callee as Expression);
}

/** What is called: `test`, `test.only`, `test.each(table)` … */
function kindOf(callee: Expression): 'test' | 'describe' | null {
  if (callee.type === 'MemberExpression') return kindOf(callee.object);
  if (callee.type === 'CallExpression') return kindOf(callee.callee as Expression);
  if (callee.type === 'TaggedTemplateExpression') return kindOf(callee.tag);
  if (callee.type !== 'Identifier') return null;
  if (callee.value === 'describe') return 'describe';
  return callee.value === 'test' || callee.value === 'it' ? 'test' : null;
}

/** A title whose `%s` takes clauses from the rows of its table, once per row; any other as it stands. */
function filledIn(title: string, callee: Expression): string[] {
  const table = callee.type === 'CallExpression' ? unwrapped(callee.arguments[0]?.expression) : undefined;
  if (table?.type !== 'ArrayExpression' || !title.includes('%s')) return [title];
  const filled = table.elements.flatMap((row) => {
    const cell = unwrapped(row?.expression);
    const label = textOf(cell?.type === 'ArrayExpression' ? unwrapped(cell.elements[0]?.expression) : cell);
    return label === null ? [] : [title.replace('%s', () => label)];
  });
  const telling = filled.filter((text) => inBrackets(text).length > inBrackets(title).length);
  return telling.length ? telling : [title];
}

function unwrapped(expression: Expression | undefined): Expression | undefined {
  return expression?.type === 'TsConstAssertion' ? unwrapped(expression.expression) : expression;
}

function textOf(expression: Expression | undefined): string | null {
  if (expression?.type === 'StringLiteral') return expression.value;
  if (expression?.type !== 'TemplateLiteral') return null;
  return expression.quasis.map(({ cooked, raw }) => cooked ?? raw).join('${…}');
}

function inBrackets(title: string): ClauseId[] {
  const ids = [...title.matchAll(IN_BRACKETS)].flatMap(([, list]) => list?.split(', ') ?? []);
  return [...new Set(ids)] as ClauseId[];
}

/** Paths from the project's root with forward slashes, in an order that no machine changes. */
function filesIn(folder: string, ending: string): string[] {
  return readdirSync(path.join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => [folder, ...name.split(path.sep)].join('/'))
    .sort();
}

function read(file: string): string {
  return readFileSync(path.join(projectRoot, file), 'utf8');
}
