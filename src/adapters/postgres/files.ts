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
    async isShownTo(id, personId) {
      const [procedure] = await database.$queryRaw<object[]>`
        SELECT procedure.id
          FROM file
          JOIN procedure ON procedure."organisationId" = file."organisationId"
          JOIN participant ON participant."procedureId" = procedure.id AND participant."personId" = ${personId}::uuid
         WHERE file.id = ${id}::uuid
           AND jsonb_path_exists(procedure.state, '$.**.fileId ? (@ == $id)', jsonb_build_object('id', ${id}::text))
         LIMIT 1`;
      return procedure !== undefined;
    },
    async content(id) {
      return (await database.file.findUnique({ where: { id }, select: { content: true } }))?.content ?? null;
    },
  };
}
