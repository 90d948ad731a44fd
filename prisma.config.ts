import { defineConfig } from 'prisma/config';

// `prisma generate` insists that a schema engine exists although it never runs it: any executable satisfies it.
// Migrations run through the same engine as WebAssembly (src/adapters/postgres/migrations.ts).
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
});
