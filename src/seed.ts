import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './adapters/postgres/generated/client';
import type { ExampleAccount } from './adapters/postgres/seed/accounts';
import { writeExample } from './adapters/postgres/seed/write-example';
import { hashPassword } from './api/passwords';

export type { ExampleAccount };

/**
 * Adds the example to a migrated database: a district, a subdistrict and two communities with their people, and accounts
 * that sign in with the password. Whatever is there already stays as it is, passwords included, so that it may run at
 * every start, and in several processes at once.
 * @returns the accounts as the example has them, for a table of who can sign in.
 */
export async function seedExample(databaseUrl: string, password: string): Promise<readonly ExampleAccount[]> {
  const passwordHash = await hashPassword(password);
  const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl }) });
  try {
    return await writeExample(prisma, passwordHash);
  } finally {
    await prisma.$disconnect();
  }
}
