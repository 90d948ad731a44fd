import { readFile } from 'node:fs/promises';
import type { Database } from './adapters/postgres/database';
import { readLog } from './adapters/postgres/event-row';
import { postgresHeads } from './adapters/postgres/heads';
import { checkRecord } from './adapters/postgres/records';
import { checkHeads } from './commands/audit/check-heads';
import type { Fault } from './commands/audit/fault';
import { readKeptHeads, type KeptHeads } from './commands/audit/kept-heads';
import type { LogKeys } from './commands/audit/log-keys';
import { failed, inWords, runRecordCommand } from './record-command';

/**
 * `npm run verify`: whether the log of a procedure is whole, holds what was signed of it, and is what lists and boards show. Changes nothing.
 * With `--heads <file>` it holds the log also against a copy of /board/heads.json, and believes the keys in it.
 */
runRecordCommand(
  {
    name: 'verify',
    options: ['heads'],
    async run(database, id, { LOG_SIGNING_KEY, options }) {
      const kept = options['heads'] ? readKeptHeads(await readFile(options['heads'], 'utf8')) : undefined;
      const keys = believed(LOG_SIGNING_KEY, kept);
      const fault = (await checkRecord(database, id)) ?? (await checkSigned(database, id, { keys, kept }));
      if (fault) return { well: false, line: inWords(fault) };
      const unchecked = keys ? '' : '；未配置密钥，签名未核对 / no key is configured: signatures were not checked';
      return { well: true, line: `完好 / whole${unchecked}` };
    },
  },
  process.argv.slice(2),
).catch(failed);

/** The keys of the configuration and those of the kept copy. */
function believed(configured: LogKeys | undefined, kept: KeptHeads | undefined): LogKeys | undefined {
  if (!configured || !kept) return configured ?? kept?.keys;
  return { ...configured, trusted: new Map([...configured.trusted, ...kept.keys.trusted]) };
}

async function checkSigned(
  database: Database,
  id: string,
  { keys, kept }: { keys: LogKeys | undefined; kept: KeptHeads | undefined },
): Promise<Fault | null> {
  if (!keys) return null;
  const theirs = (kept?.heads ?? []).filter(({ procedureId }) => procedureId === id);
  const ours = await postgresHeads(database).of(id);
  return checkHeads(await readLog(database, id), [...ours, ...theirs], keys);
}
