import { readFileSync } from 'node:fs';
import path from 'node:path';
import { permissionsPage } from '../scripts/permissions-page';
import { projectRoot } from '../src/config';

test('docs/permissions.md says what the code decides; `npm run docs` writes it anew', () => {
  expect(readFileSync(path.join(projectRoot, 'docs', 'permissions.md'), 'utf8')).toBe(permissionsPage());
});
