import { checkChain } from '../../commands/audit/check-chain';
import type { Fault } from '../../commands/audit/fault';
import { firstDifference } from '../../commands/audit/first-difference';
import { replay } from '../../commands/audit/replay';
import { digestsIn } from '../../commands/texts';
import type { Change, ChainedEvent, StoredProcedure } from '../../ports/ledger';
import type { Database, Transaction } from './database';
import { readLog } from './event-row';
import { lockProcedure } from './procedure-row';
import { procedureColumns, saveRows } from './save-change';
import { readShownRows, type ShownRows } from './shown-rows';
import { readTexts } from './unit';

/** One procedure at a time: a step that waits for it gives up after seconds, and repeats itself. */
const LIMITS = { maxWait: 10_000, timeout: 60_000 };

/** Every procedure, the oldest first. */
export async function procedureIds(database: Database): Promise<string[]> {
  const rows = await database.procedure.findMany({
    select: { id: true },
    orderBy: [{ startedAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ id }) => id);
}

/**
 * Compares what is shown of a procedure with what its log gives: it is written anew, compared, and the transaction is taken back. So the
 * comparison knows nothing that the writing does not.
 */
export async function checkRecord(database: Database, procedureId: string): Promise<Fault | null> {
  return (await rewriteWithin(database, procedureId, false)).fault;
}

/**
 * Writes everything that is shown of a procedure anew from its log, in one transaction. Notifications, ballots and what stands on agendas are not
 * in its log and stay as they are. A log that is not whole changes nothing.
 */
export async function rebuildRecord(database: Database, procedureId: string): Promise<Rebuilt> {
  return rewriteWithin(database, procedureId, true);
}

/** What a rebuild found first, and whether it has put right whatever differed. */
export interface Rebuilt {
  readonly fault: Fault | null;
  readonly mended: boolean;
}

class TakenBack extends Error {
  constructor(readonly fault: Fault | null) {
    super('taken back');
  }
}

async function rewriteWithin(database: Database, procedureId: string, keep: boolean): Promise<Rebuilt> {
  try {
    return await database.$transaction(async (tx) => {
      const { fault, mended } = await rewrite(tx, procedureId);
      if (!keep || !mended) throw new TakenBack(fault);
      return { fault, mended };
    }, LIMITS);
  } catch (error) {
    if (error instanceof TakenBack) return { fault: error.fault, mended: false };
    throw error;
  }
}

async function rewrite(tx: Transaction, procedureId: string): Promise<Rebuilt> {
  const procedure = await lockProcedure(tx, procedureId);
  if (!procedure) return broken({ code: 'procedure-missing', place: 'procedure' });
  const log = await readLog(tx, procedureId);
  const fault = checkChain(procedure, log);
  // A row that names another head than a sound log has is one of those that can be made anew.
  if (fault && fault.code !== 'head-differs') return broken(fault);
  const before = await readShownRows(tx, procedureId);
  const changes = await replayed(tx, procedure, log, before);
  if (!Array.isArray(changes)) return broken(changes);
  await write(tx, procedureId, changes);
  const after = await readShownRows(tx, procedureId);
  const surplus = surplusBox(changes, after);
  if (surplus) return broken(surplus);
  const difference = firstDifference(after, before);
  const differs: Fault | null = difference && { code: 'row-differs', ...difference };
  return { fault: fault ?? differs ?? (await strayNotice(tx, procedureId)), mended: true };
}

const broken = (fault: Fault): Rebuilt => ({ fault, mended: false });

async function replayed(
  tx: Transaction,
  procedure: StoredProcedure,
  log: readonly ChainedEvent[],
  rows: ShownRows,
): Promise<Change[] | Fault> {
  const texts = await readTexts(tx, [...new Set(log.flatMap(({ data }) => digestsIn(data)))]);
  const papers = Object.entries(rows).flatMap(([place, row]) =>
    place.startsWith('publication/') ? [[String(row['id']), row as { title: string; content: object }] as const] : [],
  );
  try {
    return replay(procedure, log, texts, { title: procedure.title, papers: new Map(papers) });
  } catch (error) {
    return { code: 'cannot-fold', place: 'event', found: (error as Error).message };
  }
}

/** Writes all changes one after another, takes away what none of them gives, and sets the procedure's row to where they end. */
async function write(tx: Transaction, procedureId: string, changes: readonly Change[]): Promise<void> {
  for (const change of changes) await saveRows(tx, change);
  const last = changes.at(-1);
  if (!last) return;
  const { fixed, moving } = procedureColumns({ ...last.procedure, title: changes[0]!.procedure.title });
  await tx.procedure.update({ where: { id: procedureId }, data: { ...fixed, ...moving }, select: { id: true } });
  const papers = changes.flatMap((change) => change.papers.flatMap((one) => ('posted' in one ? [one.posted.id] : [])));
  const keys = changes.flatMap(({ duties }) => Object.keys(duties));
  const named = new Set<string>();
  for (const { participants } of changes) {
    for (const person of participants.left) named.delete(person);
    for (const person of participants.joined) named.add(person);
  }
  await tx.publication.deleteMany({ where: { procedureId, id: { notIn: papers } } });
  await tx.deadline.deleteMany({ where: { procedureId, key: { notIn: keys } } });
  await tx.participant.deleteMany({ where: { procedureId, personId: { notIn: [...named] } } });
}

/** A box, or a name in its electorate, that the log knows nothing of: neither is ever taken away, so it is for people to look into. */
function surplusBox(changes: readonly Change[], rows: ShownRows): Fault | null {
  const known = new Set(
    changes.flatMap(({ openedBox }) =>
      openedBox
        ? [`vote/${openedBox.voteId}`, ...openedBox.electors.map((person) => `elector/${openedBox.voteId}/${person}`)]
        : [],
    ),
  );
  const place = Object.keys(rows)
    .filter((one) => one.startsWith('vote/') || one.startsWith('elector/'))
    .sort()
    .find((one) => !known.has(one));
  return place ? { code: 'row-differs', place, found: rows[place] } : null;
}

/** Whom a step told is not in the log, but every notification names the event that it came with. */
async function strayNotice(tx: Transaction, procedureId: string): Promise<Fault | null> {
  const [stray] = await tx.$queryRaw<{ sourceKey: string }[]>`
    SELECT "sourceKey" FROM notification
     WHERE "procedureId" = ${procedureId}::uuid
       AND NOT EXISTS (SELECT FROM event
                        WHERE event."procedureId" = notification."procedureId"
                          AND event.seq::text = split_part(notification."sourceKey", '/', 2)
                          AND event.at = notification."createdAt")
     ORDER BY "sourceKey" LIMIT 1`;
  return stray ? { code: 'notice-without-event', place: `notification/${stray.sourceKey}` } : null;
}
