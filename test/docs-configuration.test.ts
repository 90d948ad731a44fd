import { readFileSync } from 'node:fs';
import path from 'node:path';
import { configurationPage } from '../scripts/configuration-page';
import { projectRoot } from '../src/config';

test('docs/configuration.md says what the code reads; `npm run docs` writes it anew', () => {
  expect(readFileSync(path.join(projectRoot, 'docs', 'configuration.md'), 'utf8')).toBe(configurationPage());
});
