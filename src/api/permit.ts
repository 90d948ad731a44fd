import type { CivilDate } from '../domain/calendar/civil-date';
import { CAPABILITIES, may, rolesAt, type Actor, type Capability } from '../domain/permissions';
import { refuse, type Refusal } from '../domain/refusal';
import type { Organisation, Organisations } from '../ports/organisations';

/** Who asks, and on which day. */
export interface Asker {
  readonly actor: Actor;
  readonly today: CivilDate;
}

/** The refusal when the asker lacks the capability at the organisation, else null. */
export function permit({ actor, today }: Asker, capability: Capability, organisation: Organisation): Refusal | null {
  if (may(rolesAt(actor.grants, organisation.path, today), capability)) return null;
  const { zh, en } = CAPABILITIES[capability];
  const { name, nameEn } = organisation;
  return refuse('permission.missing', null, {
    capability: zh,
    capabilityEn: en,
    organisation: name,
    organisationEn: nameEn,
  });
}

/** The organisation, when it exists and the asker has the capability there. */
export async function permittedOrganisation(
  organisations: Organisations,
  asker: Asker,
  capability: Capability,
  organisationId: string,
): Promise<Organisation | Refusal> {
  const organisation = await organisations.find(organisationId);
  if (!organisation) return refuse('organisation.unknown', null);
  return permit(asker, capability, organisation) ?? organisation;
}
