import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../src/config';
import { permissionsPage } from './permissions-page';

/** `npm run docs`: writes docs/permissions.md from the tables that decide who may do what. */
writeFileSync(path.join(projectRoot, 'docs', 'permissions.md'), permissionsPage());
