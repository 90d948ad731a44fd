import type { Files } from '../../ports/files';
import type { Database } from './database';

const facts = {
  id: true,
  organisationId: true,
  sha256: true,
  mediaType: true,
  size: true,
  uploadedById: true,
} as const;

/** Files in PostgreSQL: a few photos per procedure, and one backup holds everything. */
export function postgresFiles(database: Database): Files {
  return {
    async add({ content, ...file }) {
      await database.file.createMany({ data: { ...file, content: new Uint8Array(content) }, skipDuplicates: true });
      return database.file.findUniqueOrThrow({ where: { id: file.id }, select: facts });
    },
    find: (id) => database.file.findUnique({ where: { id }, select: facts }),
    async content(id) {
      return (await database.file.findUnique({ where: { id }, select: { content: true } }))?.content ?? null;
    },
  };
}
