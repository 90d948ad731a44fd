import { z } from 'zod';
import { BODY_KINDS, COMMUNITY_TYPES, ORGANISATION_KINDS } from '../../domain/organisation';
import { bilingualSchema, civilDateSchema, cursorSchema, idSchema, lineSchema, termShape } from './common';

export const organisationSchema = z
  .object({
    id: idSchema,
    kind: z.enum(ORGANISATION_KINDS),
    kindName: bilingualSchema,
    communityType: z.enum(COMMUNITY_TYPES).nullable(),
    communityTypeName: bilingualSchema.nullable(),
    name: z.string(),
    nameEn: z.string(),
    path: z.string().meta({ description: '自最上级起的编号 / The ids from the root, each between slashes' }),
    parentId: idSchema.nullable(),
  })
  .meta({ id: 'Organisation' });

export const newOrganisationSchema = z.strictObject({
  parentId: idSchema,
  kind: z.enum(ORGANISATION_KINDS),
  communityType: z.enum(COMMUNITY_TYPES).nullable(),
  name: lineSchema(60),
  nameEn: lineSchema(120),
});

export const personSchema = z
  .object({ id: idSchema, name: z.string(), organisationId: idSchema })
  .meta({ id: 'Person' });

export const peopleQuery = z.strictObject({
  organisationId: idSchema,
  q: lineSchema(40).optional().meta({ description: '姓名的一部分 / Part of the name' }),
  cursor: cursorSchema,
});

export const newPersonSchema = z.strictObject({ organisationId: idSchema, name: lineSchema(60) });

export const nameSchema = z.strictObject({ name: lineSchema(60) });

export const bodySchema = z
  .object({
    id: idSchema,
    kind: z.enum(BODY_KINDS),
    kindName: bilingualSchema,
    name: z.string(),
    organisationId: idSchema,
  })
  .meta({ id: 'Body' });

export const newBodySchema = z.strictObject({
  organisationId: idSchema,
  kind: z.enum(BODY_KINDS),
  name: lineSchema(60),
});

export const organisationQuery = z.strictObject({ organisationId: idSchema });

export const memberSchema = z
  .object({ id: idSchema, bodyId: idSchema, personId: idSchema, name: z.string(), position: z.string(), ...termShape })
  .meta({ id: 'Member' });

export const membersQuery = z.strictObject({
  on: civilDateSchema.optional().meta({ description: '默认今天 / Today by default' }),
});

export const newMemberSchema = z.strictObject({ personId: idSchema, position: lineSchema(40), ...termShape });

export const termSchema = z.strictObject(termShape);

export const memberParams = z.object({ id: idSchema, membershipId: idSchema });
