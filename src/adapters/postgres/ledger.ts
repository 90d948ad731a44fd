import { Prisma, type PrismaClient } from './generated/client';
import type { BallotRow, Ledger, LedgerObserver, Step, Unit } from '../../ports/ledger';
import { guarded } from './outage';
import { readProcedure } from './procedure-row';
import { openUnit, readTexts } from './unit';

/** How long a step waits for a connection and how long its transaction may take, in milliseconds. */
const LIMITS = { maxWait: 2_000, timeout: 4_000 };

/**
 * The record of procedures in PostgreSQL. A step and its answer are one transaction: two of the same step at once meet at the
 * answer's primary key, where the second waits, fails, and reads the first one's answer.
 */
export function createLedger(prisma: PrismaClient, observe: LedgerObserver = () => undefined): Ledger {
  return {
    transact: (step, work) => guarded(() => transact(prisma, observe, step, work)),
    answered: (step) => guarded(() => answerTo<object>(prisma, step)),
    find: (procedureId) => guarded(() => readProcedure(prisma, procedureId)),
    texts: (digests) => guarded(() => readTexts(prisma, digests)),
    cast: (ballot) => guarded(() => cast(prisma, ballot)),
  };
}

async function transact<R extends object>(
  prisma: PrismaClient,
  observe: LedgerObserver,
  step: Step,
  work: (unit: Unit) => Promise<R>,
): Promise<R> {
  await observe('before', step);
  try {
    const answer = await prisma.$transaction(async (tx) => {
      const answered = await answerTo<R>(tx, step);
      if (answered) return answered;
      const result = await work(openUnit(tx));
      await tx.commandResult.create({ data: { ...step, result: result as Prisma.InputJsonObject } });
      await observe('inside', step);
      return result;
    }, LIMITS);
    await observe('after', step);
    return answer;
  } catch (error) {
    if (!isTaken(error)) throw error;
    const answered = await answerTo<R>(prisma, step);
    if (!answered) throw error;
    return answered;
  }
}

async function answerTo<R>(client: Prisma.TransactionClient, step: Step): Promise<R | null> {
  const stored = await client.commandResult.findUnique({ where: { workflowId_step: { ...step } } });
  return stored ? (stored.result as R) : null;
}

function isTaken(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
}

/** One statement: the shared lock on the box makes a ballot and the sealing wait for one another. */
async function cast(prisma: PrismaClient, ballot: BallotRow): ReturnType<Ledger['cast']> {
  const { voteId, personId, choice, enteredById, castAt } = ballot;
  const inserted = await prisma.$executeRaw`
    INSERT INTO ballot ("voteId", "personId", choice, "enteredById", "castAt")
    SELECT box.id, elector."personId", ${choice}, ${enteredById}::uuid, ${new Date(castAt)}
      FROM (SELECT id FROM vote WHERE id = ${voteId}::uuid AND open FOR SHARE) AS box
      JOIN elector ON elector."voteId" = box.id AND elector."personId" = ${personId}::uuid
    ON CONFLICT DO NOTHING`;
  return inserted > 0 ? 'cast' : whyNot(prisma, ballot);
}

async function whyNot(prisma: PrismaClient, ballot: BallotRow): ReturnType<Ledger['cast']> {
  const { voteId, personId, choice, enteredById } = ballot;
  const [row, elector, vote] = await Promise.all([
    prisma.ballot.findUnique({ where: { voteId_personId: { voteId, personId } } }),
    prisma.elector.findUnique({ where: { voteId_personId: { voteId, personId } } }),
    prisma.vote.findUnique({ where: { id: voteId } }),
  ]);
  if (row) return row.choice === choice && row.enteredById === enteredById ? 'cast' : 'cast-already';
  return elector && !vote?.open ? 'closed' : 'not-an-elector';
}
