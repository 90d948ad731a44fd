import { readFileSync } from 'node:fs';
import path from 'node:path';
import { clausesPage, compareClauses, untestedClauses } from '../scripts/clauses-page';
import { citedIn, titlesIn } from '../scripts/clauses-page-scan';
import { projectRoot } from '../src/config';

test('docs/clauses.md says what the code cites and the tests show; `npm run docs` writes it anew', () => {
  expect(readFileSync(path.join(projectRoot, 'docs', 'clauses.md'), 'utf8')).toBe(clausesPage());
});

test('every clause that the rules cite has a test', () => {
  expect(untestedClauses()).toEqual([]);
});

test('clauses are found in comments, strings and types', () => {
  const source = `
    /** In the order of HDA-7. See LAW-CC-201, and HDA-7.1.1a. */
    refuse('council.no-quorum', 'PWR-3.1.11');
    type Category = \`HDA-6.\${1 | 2 | 3}\`;
  `;
  expect(citedIn(source)).toEqual(['HDA-7', 'LAW-CC-201', 'HDA-7.1.1a', 'PWR-3.1.11', 'HDA-6.1', 'HDA-6.2', 'HDA-6.3']);
});

test('titles are found in groups, tables and templates, and nowhere else', () => {
  const source = `
    describe('a hearing', () => {
      it('waits', async () => { expect(words('a', 'b')).toBe('not a title'); });
      test.each<Row>([[1, 2]] as const)('counts %i', () => {});
      test.each([['half', 'x'], ['two thirds', 'y']])('%s pass', () => {});
      test.each(['ARC-1', 'ARC-2'] as const)('needs [%s]', () => {});
    });
    test(\`ends on \${day}\`, () => {});
  `;
  expect(titlesIn(source)).toEqual([
    'a hearing › waits',
    'a hearing › counts %i',
    'a hearing › %s pass',
    'a hearing › needs [ARC-1]',
    'a hearing › needs [ARC-2]',
    'ends on ${…}',
  ]);
});

test('clauses stand by document, then by number', () => {
  const sorted = ['ARC-2', 'PWR-3.1.4a', 'HDA-7.3a', 'HDA-7.3b', 'HDA-11', 'HDA-11.1.2', 'LAW-CC-201'] as const;
  expect([...sorted].reverse().sort(compareClauses)).toEqual(sorted);
});
