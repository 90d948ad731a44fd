import type { People } from '../../ports/organisations';
import type { Database } from './database';
import { pageArguments, toPage } from './paging';

/** People in PostgreSQL. */
export function postgresPeople(database: Database): People {
  return {
    async list({ path, q }, page) {
      const rows = await database.person.findMany({
        where: { organisation: { path: { startsWith: path } }, ...(q !== undefined && { name: { contains: q } }) },
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
        ...pageArguments(page),
      });
      return toPage(rows, page, (row) => row);
    },
    find: (id) => database.person.findUnique({ where: { id } }),
    async create(person) {
      await database.person.createMany({ data: person, skipDuplicates: true });
      return database.person.findUniqueOrThrow({ where: { id: person.id } });
    },
    async rename(id, name) {
      await database.person.update({ where: { id }, data: { name } });
    },
  };
}
