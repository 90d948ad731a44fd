import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const manifestSchema = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  /** The newest migration of the database: a backup goes back into a database of the same one. */
  schemaHead: z.string(),
  tables: z.array(
    z.object({ name: z.string(), columns: z.array(z.string()), rows: z.int(), bytes: z.int(), sha256: z.string() }),
  ),
});

/** What a backup of a database consists of. It is written last: a folder without it is not a backup. */
export type Manifest = z.output<typeof manifestSchema>;

const fileIn = (folder: string): string => path.join(folder, 'manifest.json');

/** A table's rows in PostgreSQL's binary COPY format. */
export const tableFile = (folder: string, table: string): string => path.join(folder, `${table}.copy`);

export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  await writeFile(fileIn(folder), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
}

/** @throws when the folder holds no backup. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(fileIn(folder), 'utf8').catch(() => undefined);
  if (text === undefined) throw new Error(`${folder} 中没有备份 / there is no backup in ${folder}`);
  return manifestSchema.parse(JSON.parse(text));
}
