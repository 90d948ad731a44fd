import type { z } from 'zod';
import type { accountSchema, grantSchema } from '../../contract/schemas/accounts';
import type { bodySchema, organisationSchema } from '../../contract/schemas/organisations';
import { BODY_KIND_WORDS, COMMUNITY_TYPE_WORDS, ORGANISATION_KIND_WORDS } from '../../contract/words/organisations';
import { ROLES } from '../../domain/permissions';
import type { Account, StoredGrant } from '../../ports/accounts';
import type { Body, Organisation } from '../../ports/organisations';

/** An organisation as the API shows it. */
export function organisationView(organisation: Organisation): z.output<typeof organisationSchema> {
  const { kind, communityType } = organisation;
  const communityTypeName = communityType && COMMUNITY_TYPE_WORDS[communityType];
  return { ...organisation, kindName: ORGANISATION_KIND_WORDS[kind], communityTypeName };
}

/** A body as the API shows it. */
export function bodyView(body: Body): z.output<typeof bodySchema> {
  return { ...body, kindName: BODY_KIND_WORDS[body.kind] };
}

/** A grant as the API shows it. */
export function grantView({ id, role, organisationId, validFrom, validTo }: StoredGrant): z.output<typeof grantSchema> {
  const { zh, en } = ROLES[role];
  return { id, role, roleName: { zh, en }, organisationId, validFrom, validTo };
}

/** An account as administrators see it. */
export function accountView(account: Account): z.output<typeof accountSchema> {
  const { oidc, grants, ...shown } = account;
  const link = { oidcIssuer: oidc?.issuer ?? null, oidcSubject: oidc?.subject ?? null };
  return { ...shown, ...link, grants: grants.map(grantView) };
}
