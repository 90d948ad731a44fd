import { readFileSync } from 'node:fs';
import path from 'node:path';
import { rulebookPage } from '../scripts/rulebook-page';
import { projectRoot } from '../src/config';
import { checkRulebook } from '../src/domain/rulebook';

test('docs/rulebook.md says what the code checks; `npm run docs` writes it anew', () => {
  expect(readFileSync(path.join(projectRoot, 'docs', 'rulebook.md'), 'utf8')).toBe(rulebookPage());
});

test('the version that the page gives as an example may be set', () => {
  const [, example] = /```json\n(.*?)```/s.exec(rulebookPage())!;
  expect(checkRulebook(JSON.parse(example!).values)).toEqual([]);
});
