import { createBallots } from './ballots';
import { createCalendarReader, type CalendarReader } from './calendars';
import type { Database } from './database';
import type { Ledger, LedgerObserver, Step, Unit } from '../../ports/ledger';
import { guarded } from './outage';
import { NO_OUTLETS, type Outlets } from './outbox-rows';
import { ProcedureReader } from './procedure-row';
import type { Statements } from './statements';
import { isTaken } from './taken';
import { openUnit, readTexts } from './unit';

/** How long the transaction of a step may take, in milliseconds. */
const LIMIT_MS = 4_000;

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
  const calendar = createCalendarReader();
  return {
    transact: (step, work) => guarded(() => transact({ database, observe, outlets, calendar }, step, work)),
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
  readonly calendar: CalendarReader;
}

/** The step was carried out before: what it has done now is undone, and its first answer read. */
class Repeated extends Error {
  override readonly name = 'Repeated';
}

async function transact<R extends object>(
  { database, observe, outlets, calendar }: Surroundings,
  step: Step,
  work: (unit: Unit) => Promise<R>,
): Promise<R> {
  let isWritten = false;
  const noting = { ...outlets, written: () => void (isWritten = true) };
  await observe('before', step);
  try {
    const answer = await database.straight.within(LIMIT_MS, async (tx) => {
      const result = await work(openUnit(tx, { calendar, outlets: noting }));
      if (!(await keepAnswer(tx, step, result))) throw new Repeated();
      await observe('inside', step);
      return result;
    });
    if (isWritten) outlets.written();
    await observe('after', step);
    return answer;
  } catch (error) {
    if (!(error instanceof Repeated) && !isTaken(error)) throw error;
    const answered = await answerTo<R>(database, step);
    if (!answered) throw error;
    return answered;
  }
}

/** Whether it was kept: not where the step has an answer already. Waits for whoever is giving it one. */
async function keepAnswer(tx: Statements, { workflowId, step }: Step, result: object): Promise<boolean> {
  const kept = await tx.$executeRaw`
    INSERT INTO command_result ("workflowId", step, result) VALUES (${workflowId}, ${step}, ${JSON.stringify(result)}::jsonb)
    ON CONFLICT DO NOTHING`;
  return kept > 0;
}

async function answerTo<R>(client: Database, step: Step): Promise<R | null> {
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
