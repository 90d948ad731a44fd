import type { Database, Transaction } from './database';
import { Prisma } from './generated/client';
import type { BallotModel } from './generated/models';
import type { BallotRow, Ledger, LedgerObserver, Step, Still, Unit } from '../../ports/ledger';
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
  return {
    transact: (step, work) => guarded(() => transact({ database, observe, outlets }, step, work)),
    answered: (step) => guarded(() => answerTo<object>(database, step)),
    waitingMessages: (procedureId) => guarded(() => waitingMessages(database, procedureId)),
    find: (procedureId) => guarded(() => reader.find(procedureId)),
    remembered: (procedureId) => reader.remembered(procedureId),
    texts: (digests) => guarded(() => readTexts(database, digests)),
    cast: (ballot) =>
      guarded(async () => ((await put(database, ballot, Prisma.empty)) ? 'cast' : whyNot(database, ballot))),
    castIfStill: (ballot, still) => guarded(() => put(database, ballot, isStill(ballot, still))),
    clockHeard: (procedureId, offset) => guarded(() => clockHeard(database, procedureId, offset)),
    isCast: (ballot) => guarded(async () => isSame(await readBallot(database, ballot), ballot)),
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

/** One statement: the shared lock on the box makes a ballot and the sealing wait for one another. */
async function put(database: Database, ballot: BallotRow, condition: Prisma.Sql): Promise<boolean> {
  const { voteId, personId, choice, enteredById, castAt } = ballot;
  const { count } = await database.direct(Prisma.sql`
    INSERT INTO ballot ("voteId", "personId", choice, "enteredById", "castAt")
    SELECT box.id, elector."personId", ${choice}, ${enteredById}::uuid, ${new Date(castAt)}
      FROM (SELECT id, "procedureId" FROM vote WHERE id = ${voteId}::uuid AND open FOR SHARE) AS box
      JOIN elector ON elector."voteId" = box.id AND elector."personId" = ${personId}::uuid ${condition}
    ON CONFLICT DO NOTHING`);
  return count > 0;
}

function isStill({ enteredById }: BallotRow, { mark, sessionTokenHash, signedInAt }: Still): Prisma.Sql {
  return Prisma.sql`
      JOIN procedure ON procedure.id = box."procedureId" AND procedure.xmin::text = ${mark}
      JOIN session ON session."tokenHash" = ${sessionTokenHash} AND session."expiresAt" > ${signedInAt}
      JOIN account ON account.id = session."accountId" AND account.id = ${enteredById}::uuid
                  AND account."disabledAt" IS NULL`;
}

async function whyNot(database: Database, ballot: BallotRow): ReturnType<Ledger['cast']> {
  const { voteId, personId } = ballot;
  const [row, elector, vote] = await Promise.all([
    readBallot(database, ballot),
    database.elector.findUnique({ where: { voteId_personId: { voteId, personId } } }),
    database.vote.findUnique({ where: { id: voteId } }),
  ]);
  if (row) return isSame(row, ballot) ? 'cast' : 'cast-already';
  return elector && !vote?.open ? 'closed' : 'not-an-elector';
}

function readBallot(database: Database, { voteId, personId }: BallotRow): Promise<BallotModel | null> {
  return database.ballot.findUnique({ where: { voteId_personId: { voteId, personId } } });
}

function isSame(row: BallotModel | null, { choice, enteredById }: BallotRow): boolean {
  return row !== null && row.choice === choice && row.enteredById === enteredById;
}
