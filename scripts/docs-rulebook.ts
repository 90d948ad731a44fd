import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../src/config';
import { rulebookPage } from './rulebook-page';

/** `npm run docs`: writes docs/rulebook.md from the catalogue of parameters. */
writeFileSync(path.join(projectRoot, 'docs', 'rulebook.md'), rulebookPage());
