import type { CivilDate } from '../../domain/calendar/civil-date';
import type { BodyKind } from '../../domain/organisation';
import { refuse } from '../../domain/refusal';
import type { Bodies, Body, Member, Membership } from '../../ports/organisations';
import type { Database, Transaction } from './database';
import type { BodyModel, MembershipModel } from './generated/models';

const withName = { person: { select: { name: true } } } as const;

/** Bodies and rosters in PostgreSQL. */
export function postgresBodies(database: Database): Bodies {
  return {
    async ofOrganisation(organisationId) {
      return (await database.body.findMany({ where: { organisationId }, orderBy: { kind: 'asc' } })).map(toBody);
    },
    async find(id) {
      const row = await database.body.findUnique({ where: { id } });
      return row && toBody(row);
    },
    async create(body) {
      await database.body.createMany({ data: body, skipDuplicates: true });
      const row = await database.body.findUnique({ where: { id: body.id } });
      return row ? toBody(row) : refuse('body.exists', null);
    },
    async membersOn(bodyId, on) {
      const rows = await database.membership.findMany({
        where: { bodyId, validFrom: { lte: on }, OR: [{ validTo: null }, { validTo: { gte: on } }] },
        include: withName,
        orderBy: [{ person: { name: 'asc' } }, { id: 'asc' }],
      });
      return rows.map(toMember);
    },
    addMember: (membership) =>
      database.$transaction(async (transaction) => {
        await lockRoster(transaction, membership.bodyId);
        const { id } = membership;
        const existing = await transaction.membership.findUnique({ where: { id }, include: withName });
        if (existing) return toMember(existing);
        if (await overlaps(transaction, membership)) return refusedOverlap(membership.validFrom);
        return toMember(await transaction.membership.create({ data: membership, include: withName }));
      }),
    setTerm: ({ id, bodyId }, term) =>
      database.$transaction(async (transaction) => {
        await lockRoster(transaction, bodyId);
        const seat = await transaction.membership.findUnique({ where: { id, bodyId } });
        if (!seat) return refuse('membership.unknown', null);
        if (await overlaps(transaction, { ...seat, ...term })) return refusedOverlap(term.validFrom);
        return toMember(await transaction.membership.update({ where: { id }, data: term, include: withName }));
      }),
  };
}

/** Two terms of one person that are entered at the same moment would not see each other. */
async function lockRoster(transaction: Transaction, bodyId: string): Promise<void> {
  await transaction.$queryRaw`SELECT id FROM body WHERE id = ${bodyId}::uuid FOR UPDATE`;
}

async function overlaps(transaction: Transaction, seat: Membership): Promise<boolean> {
  const others = await transaction.membership.count({
    where: {
      bodyId: seat.bodyId,
      personId: seat.personId,
      id: { not: seat.id },
      OR: [{ validTo: null }, { validTo: { gte: seat.validFrom } }],
      ...(seat.validTo !== null && { validFrom: { lte: seat.validTo } }),
    },
  });
  return others > 0;
}

function refusedOverlap(validFrom: CivilDate) {
  return refuse('membership.overlaps', null, { validFrom });
}

function toBody({ id, kind, name, organisationId }: BodyModel): Body {
  return { id, kind: kind as BodyKind, name, organisationId };
}

function toMember({ person, ...seat }: MembershipModel & { person: { name: string } }): Member {
  return { ...seat, name: person.name };
}
