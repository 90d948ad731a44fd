import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../src/config';
import { clausesPage } from './clauses-page';

/** `npm run docs`: writes docs/clauses.md from what the rules cite and what the tests show. */
writeFileSync(path.join(projectRoot, 'docs', 'clauses.md'), clausesPage());
