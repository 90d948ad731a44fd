import type { Heads, SignedHead, UnsignedHead } from '../../ports/heads';
import type { Database } from './database';
import type { SignedHeadModel } from './generated/models';
import { toChainedEvent } from './event-row';

/** The signed ends of logs in PostgreSQL. */
export function postgresHeads(database: Database): Heads {
  return {
    async unsigned(before, limit) {
      const rows = await database.$queryRaw<UnsignedRow[]>`
        SELECT procedure.id, procedure.version, procedure."headHash", last.seq, last.hash
          FROM procedure
          LEFT JOIN LATERAL (SELECT seq, hash, at FROM signed_head WHERE "procedureId" = procedure.id
                              ORDER BY seq DESC LIMIT 1) AS last ON true
         WHERE last.seq IS DISTINCT FROM procedure.version
           AND (procedure.status <> 'open' OR last.at IS NULL OR last.at <= ${new Date(before)})
         ORDER BY last.at NULLS FIRST, procedure.id LIMIT ${limit}`;
      return rows.map(toUnsigned);
    },
    async events(procedureId, after, upTo) {
      const seq = { gt: after, lte: upTo };
      const rows = await database.event.findMany({ where: { procedureId, seq }, orderBy: { seq: 'asc' } });
      return rows.map(toChainedEvent);
    },
    async put({ at, ...head }) {
      await database.signedHead.createMany({ data: { ...head, at: new Date(at) }, skipDuplicates: true });
    },
    async of(procedureId) {
      const rows = await database.signedHead.findMany({ where: { procedureId }, orderBy: { seq: 'asc' } });
      return rows.map(toHead);
    },
    async since(moment, limit) {
      const rows = await database.signedHead.findMany({
        where: { at: { gte: new Date(moment) } },
        orderBy: [{ at: 'asc' }, { procedureId: 'asc' }],
        take: limit,
      });
      return rows.map(toHead);
    },
  };
}

interface UnsignedRow {
  readonly id: string;
  readonly version: number;
  readonly headHash: string;
  readonly seq: number | null;
  readonly hash: string | null;
}

function toUnsigned({ id, version, headHash, seq, hash }: UnsignedRow): UnsignedHead {
  return { id, version, headHash, signed: seq === null || hash === null ? null : { seq, hash } };
}

function toHead({ at, ...head }: SignedHeadModel): SignedHead {
  return { ...head, at: at.getTime() };
}
