import path from 'node:path';
import { projectRoot } from './config';

/** Made by `npm run build`; a worker never bundles by itself, so that what runs is what was built. */
export const WORKFLOW_BUNDLE = path.join(projectRoot, 'dist', 'workflows.bundle.js');
