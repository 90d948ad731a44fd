import { createBallots } from './ballots';
import type { Database, Transaction } from './database';
import type { Prisma } from './generated/client';
import type { Ledger, LedgerObserver, Step, Unit } from '../../ports/ledger';
import { guarded } from './outage';
import { NO_OUTLETS, type Outlets } from './outbox-rows';
import { ProcedureReader } from './procedure-row';
import { isTaken } from './taken';
import { openUnit, readTexts } from './unit';

/** How long a step waits for a connection and how long its transaction may take, in milliseconds. */
const LIMITS = { maxWait: 2_000, timeout: 4_000 };

/**
 * The record of procedures in PostgreSQL. A step and its answer are one transaction. Whoever repeats a step meets its answer at the primary
 * key, where everything they did is undone and the first one's answer is read: nobody asks beforehand, since repeats are rare.
 */
export function createLedger(
  database: Database,
  observe: LedgerObserver = () => undefined,
  outlets: Outlets = NO_OUTLETS,
): Ledger {
  const reader = new ProcedureReader(database);
  const ballots = createBallots(database);
  return {
    transact: (step, work) => guarded(() => transact({ database, observe, outlets }, step, work)),
    answered: (step) => guarded(() => answerTo<object>(database, step)),
    waitingMessages: (procedureId) => guarded(() => waitingMessages(database, procedureId)),
    find: (procedureId) => guarded(() => reader.find(procedureId)),
    remembered: (procedureId) => reader.remembered(procedureId),
    texts: (digests) => guarded(() => readTexts(database, digests)),
    cast: (ballot) => guarded(() => ballots.cast(ballot)),
    castIfStill: (ballot, still) => guarded(() => ballots.castIfStill(ballot, still)),
    clockHeard: (procedureId, offset) => guarded(() => clockHeard(database, procedureId, offset)),
    isCast: (ballot) => guarded(() => ballots.isCast(ballot)),
  };
}

interface Surroundings {
  readonly database: Database;
  readonly observe: LedgerObserver;
  readonly outlets: Outlets;
}

async function transact<R extends object>(
  { database, observe, outlets }: Surroundings,
  step: Step,
  work: (unit: Unit) => Promise<R>,
): Promise<R> {
  let isWritten = false;
  const noting = { ...outlets, written: () => void (isWritten = true) };
  await observe('before', step);
  try {
    const answer = await database.$transaction(async (tx) => {
      const result = await work(openUnit(tx, noting));
      await tx.commandResult.create({ data: { ...step, result: result as Prisma.InputJsonObject } });
      await observe('inside', step);
      return result;
    }, LIMITS);
    if (isWritten) outlets.written();
    await observe('after', step);
    return answer;
  } catch (error) {
    if (!isTaken(error)) throw error;
    const answered = await answerTo<R>(database, step);
    if (!answered) throw error;
    return answered;
  }
}

async function answerTo<R>(client: Transaction, step: Step): Promise<R | null> {
  const stored = await client.commandResult.findUnique({ where: { workflowId_step: { ...step } } });
  return stored ? (stored.result as R) : null;
}

async function waitingMessages(database: Database, procedureId: string): ReturnType<Ledger['waitingMessages']> {
  const rows = await database.message.findMany({
    where: { procedureId, receivedAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ id, kind, data }) => ({ id, kind, data: data as object }));
}

/** Of two answers to the same workflow, the one that knows more stands. */
async function clockHeard(database: Database, procedureId: string, offset: number): Promise<void> {
  await database.$executeRaw`
    INSERT INTO clock_heard ("procedureId", "offsetMs") VALUES (${procedureId}::uuid, ${BigInt(offset)})
    ON CONFLICT ("procedureId") DO UPDATE SET "offsetMs" = GREATEST(clock_heard."offsetMs", excluded."offsetMs")`;
}
