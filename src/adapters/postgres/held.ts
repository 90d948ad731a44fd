import { deriveId } from '../../contract/ids';
import { dutyYearId } from '../../contract/messages/duty-year';
import type { Change, Told } from '../../ports/ledger';
import type { Statements } from './statements';

/** Tells the duties of the organisation in that year of meetings that were held, where they are open. Each meeting is told to each year once. */
export async function tellHeld(tx: Statements, { procedure, held, at }: Change): Promise<Told[]> {
  const told: Told[] = [];
  for (const { meeting, on, procedureId = procedure.id, year = Number(on.slice(0, 4)) } of held) {
    const id = dutyYearId(procedure.organisationId, year);
    const data = JSON.stringify({ meeting, procedureId, on });
    const written = await tx.$executeRaw`
      INSERT INTO message (id, "procedureId", kind, data, "createdAt")
      SELECT ${deriveId('held', `${procedureId}/${year}`, meeting)}::uuid, id, 'meeting-held', ${data}::jsonb, ${new Date(at)}
        FROM procedure WHERE id = ${id}::uuid
          ON CONFLICT (id) DO NOTHING`;
    if (written > 0) told.push({ kind: 'duty-year', id });
  }
  return told;
}
