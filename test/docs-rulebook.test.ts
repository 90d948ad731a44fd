import { readFileSync } from 'node:fs';
import path from 'node:path';
import { rulebookPage } from '../scripts/rulebook-page';
import { projectRoot } from '../src/config';

test('docs/rulebook.md says what the code checks; `npm run docs` writes it anew', () => {
  expect(readFileSync(path.join(projectRoot, 'docs', 'rulebook.md'), 'utf8')).toBe(rulebookPage());
});
