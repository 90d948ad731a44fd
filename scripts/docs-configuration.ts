import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../src/config';
import { configurationPage } from './configuration-page';

/** `npm run docs`: writes docs/configuration.md from the variables that the code reads. */
writeFileSync(path.join(projectRoot, 'docs', 'configuration.md'), configurationPage());
