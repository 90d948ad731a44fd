import path from 'node:path';
import { projectRoot } from './config';

/** What `npm run build` makes of `web/`: the page of the browser application and its files. */
export const WEB_FOLDER = path.join(projectRoot, 'dist', 'web');
