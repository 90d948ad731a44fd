import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { refusalStatus } from '../../../src/api/refusal-status';
import { isRefusalCode, REFUSALS, refusalWords } from '../../../src/contract/words/refusals';
import { projectRoot } from '../../../src/config';
import { refuse } from '../../../src/domain/refusal';

const sources = readdirSync(path.join(projectRoot, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.includes('generated') && !file.includes('words'))
  .map((file) => readFileSync(path.join(projectRoot, 'src', file), 'utf8'));

/** Codes are written where something is refused and nowhere put together from parts. */
const used = new Set(
  sources.flatMap((source) => [...source.matchAll(/\brefuse(?:Until|d)?\(\s*'([^']+)'/g)].map((match) => match[1]!)),
);

test('every code that the sources refuse with has words and a status', () => {
  expect(used.size).toBeGreaterThan(30);
  const unknown = [...used].filter((code) => !isRefusalCode(code) || refusalStatus(code) === undefined);
  expect(unknown).toEqual([]);
});

test('no words lie unused', () => {
  const unused = Object.keys(REFUSALS).filter((code) => !sources.some((source) => source.includes(`'${code}'`)));
  expect(unused).toEqual([]);
});

test.each(Object.entries(REFUSALS))('%s is said in full in both languages', (_code, { title, detail }) => {
  expect(title.zh).toMatch(/[\u4e00-\u9fff]/);
  expect(title.en).toMatch(/^[A-Z]/);
  expect(detail.zh).toMatch(/[\u4e00-\u9fff].*。$/s);
  expect(detail.en).toMatch(/^[A-Z{].*\.$/s);
});

test('params and the clause take their places in the words', () => {
  const refusal = refuse('rulebook.below-floor', 'HDA-11.1.2', { key: 'council.noticeClearDays', value: 2, floor: 3 });
  const { detail } = refusalWords(refusal)!;
  expect(detail.zh).toContain('“council.noticeClearDays”的值 2 低于 HDA-11.1.2 规定的 3');
  expect(detail.en).toContain('The value 2 of council.noticeClearDays is below 3, which HDA-11.1.2 lays down');
});

test('a code that nobody knows is a mistake of ours', () => {
  expect(refusalWords(refuse('no.such-code', null))).toBeNull();
  expect(refusalStatus('no.such-code')).toBe(500);
});
