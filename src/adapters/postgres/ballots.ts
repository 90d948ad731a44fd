import DataLoader from 'dataloader';
import { DatabaseError } from 'pg';
import type { BallotRow, Ledger, Still } from '../../ports/ledger';
import type { Database } from './database';
import { Prisma } from './generated/client';
import type { BallotModel } from './generated/models';

/** A ballot, and all that it was judged by. */
type Judged = BallotRow & Still;

/** How many ballots go into one statement. */
const AT_ONCE = 100;

/** Ballots on their way into their boxes. */
export function createBallots(database: Database): Pick<Ledger, 'cast' | 'castIfStill' | 'isCast'> {
  // A hall votes at once: what comes in while a statement is made up goes with it, and what comes later with the next.
  const together = new DataLoader<Judged, boolean>((judged) => putTogether(database, judged), {
    cache: false,
    maxBatchSize: AT_ONCE,
    batchScheduleFn: (send) => void setImmediate(send),
  });
  return {
    cast: async (ballot) => ((await put(database, ballot)) ? 'cast' : whyNot(database, ballot)),
    castIfStill: (ballot, still) => together.load({ ...ballot, ...still }),
    isCast: async (ballot) => isSame(await readBallot(database, ballot), ballot),
  };
}

/** One statement: the shared lock on the box makes a ballot and the sealing wait for one another. */
async function put(database: Database, ballot: BallotRow): Promise<boolean> {
  const { voteId, personId, choice, enteredById, castAt } = ballot;
  const { count } = await database.straight.direct(Prisma.sql`
    INSERT INTO ballot ("voteId", "personId", choice, "enteredById", "castAt")
    SELECT box.id, elector."personId", ${choice}, ${enteredById}::uuid, ${new Date(castAt)}
      FROM (SELECT id FROM vote WHERE id = ${voteId}::uuid AND open FOR SHARE) AS box
      JOIN elector ON elector."voteId" = box.id AND elector."personId" = ${personId}::uuid
    ON CONFLICT DO NOTHING`);
  return count > 0;
}

/**
 * Which of them were put in: each by itself, while all that it was judged by is still so. Nobody waits for the box of another hall: one that is
 * being sealed is passed over. Where the statement fails for what one of them holds, none was put in.
 */
async function putTogether(database: Database, judged: readonly Judged[]): Promise<boolean[]> {
  // Of two for one person only the first goes with the rest; the other is looked at by itself.
  const firsts = new Map<string, Judged>();
  for (const ballot of judged) if (!firsts.has(keyOf(ballot))) firsts.set(keyOf(ballot), ballot);
  const wished = [...firsts.values()].map((ballot) => ({ ...ballot, castAt: new Date(ballot.castAt) }));
  try {
    const { rows } = await database.straight.direct<Pick<BallotRow, 'voteId' | 'personId'>>(Prisma.sql`
      WITH wished AS (
        SELECT * FROM json_to_recordset(${JSON.stringify(wished)}::json) AS row ("voteId" uuid, "personId" uuid, choice text, "enteredById" uuid,
                      "castAt" timestamptz, mark text, "sessionTokenHash" text, "signedInAt" timestamptz)
      ), box AS (
        SELECT id, "procedureId" FROM vote WHERE id IN (SELECT "voteId" FROM wished) AND open FOR SHARE SKIP LOCKED
      )
      INSERT INTO ballot ("voteId", "personId", choice, "enteredById", "castAt")
      SELECT box.id, elector."personId", wished.choice, account.id, wished."castAt"
        FROM wished
        JOIN box ON box.id = wished."voteId"
        JOIN elector ON elector."voteId" = box.id AND elector."personId" = wished."personId"
        JOIN procedure ON procedure.id = box."procedureId" AND procedure.xmin::text = wished.mark
        JOIN session ON session."tokenHash" = wished."sessionTokenHash" AND session."expiresAt" > wished."signedInAt"
        JOIN account ON account.id = session."accountId" AND account.id = wished."enteredById" AND account."disabledAt" IS NULL
      ON CONFLICT DO NOTHING
      RETURNING "voteId", "personId"`);
    const cast = new Set(rows.map((row) => firsts.get(keyOf(row))));
    return judged.map((ballot) => cast.has(ballot));
  } catch (error) {
    if (!isOfData(error)) throw error;
    return judged.map(() => false);
  }
}

/** What one of them holds is not what the database takes, or they were in one another's way: SQLSTATE classes 22, 23 and 40. */
function isOfData(error: unknown): boolean {
  return error instanceof DatabaseError && /^(22|23|40)/.test(error.code ?? '');
}

function keyOf({ voteId, personId }: Pick<BallotRow, 'voteId' | 'personId'>): string {
  return `${voteId} ${personId}`;
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
