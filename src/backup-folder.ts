import path from 'node:path';

/** The parts of a backup, each a folder of its own. */
export const PARTS = { database: 'database', temporal: 'temporal' } as const;

/** Keys that `npm start` made and keeps beside the data: without the first, what Temporal stored cannot be read. */
export const KEY_FILES = ['temporal-payload-keys', 'log-signing-key', 'example-password'] as const;

/** The folder that a command was given. */
export function folderOf(command: string, args: readonly string[]): string {
  const [folder, ...more] = args;
  if (!folder || folder.startsWith('-') || more.length > 0)
    throw new Error(`用法 / Usage: npm run ${command} -- <文件夹 / folder>`);
  return path.resolve(folder);
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
