import { rm } from 'node:fs/promises';
import { openFolder } from './runs';
import { sharedServers } from './shared-servers';

/** Folders for the files of one test file; they are removed when its tests are over. */
export function temporaryFolders(): () => Promise<string> {
  const folders: string[] = [];
  afterAll(async () => {
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  });
  return async () => {
    const folder = await openFolder(sharedServers().folder, 'folder-');
    folders.push(folder);
    return folder;
  };
}
