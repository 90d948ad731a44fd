import { z } from 'zod';
import { BODY_KINDS, COMMUNITY_TYPES, ORGANISATION_KINDS } from '../../domain/organisation';
import { BODY_KIND_WORDS, COMMUNITY_TYPE_WORDS, ORGANISATION_KIND_WORDS } from '../words/organisations';
import { bilingualSchema, civilDateSchema, cursorSchema, idSchema, lineSchema, termShape } from './common';
import { field, oneOf, reference } from './field';

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
  parentId: reference(idSchema, 'organisation', '上级组织', 'Organisation above'),
  kind: oneOf(ORGANISATION_KIND_WORDS, '层级', 'Level'),
  communityType: field(
    oneOf(COMMUNITY_TYPE_WORDS, '社区类型', 'Type of community').nullable(),
    '社区类型',
    'Type of community',
  ),
  name: field(lineSchema(60), '名称', 'Name'),
  nameEn: field(lineSchema(120), '英文名称', 'Name in English'),
});

export const personSchema = z
  .object({ id: idSchema, name: z.string(), organisationId: idSchema })
  .meta({ id: 'Person' });

export const peopleQuery = z.strictObject({
  organisationId: idSchema,
  q: lineSchema(40).optional().meta({ description: '姓名的一部分 / Part of the name' }),
  cursor: cursorSchema,
});

export const newPersonSchema = z.strictObject({
  organisationId: reference(idSchema, 'organisation', '组织', 'Organisation'),
  name: field(lineSchema(60), '姓名', 'Name'),
});

export const nameSchema = z.strictObject({ name: field(lineSchema(60), '姓名', 'Name') });

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
  organisationId: reference(idSchema, 'organisation', '组织', 'Organisation'),
  kind: oneOf(BODY_KIND_WORDS, '机构种类', 'Kind of body'),
  name: field(lineSchema(60), '名称', 'Name'),
});

export const organisationQuery = z.strictObject({ organisationId: idSchema });

export const memberSchema = z
  .object({ id: idSchema, bodyId: idSchema, personId: idSchema, name: z.string(), position: z.string(), ...termShape })
  .meta({ id: 'Member' });

export const membersQuery = z.strictObject({
  on: civilDateSchema.optional().meta({ description: '默认今天 / Today by default' }),
});

export const newMemberSchema = z.strictObject({
  personId: reference(idSchema, 'person', '人员', 'Person'),
  position: field(lineSchema(40), '职务', 'Position'),
  ...termShape,
});

export const termSchema = z.strictObject(termShape);

export const memberParams = z.object({ id: idSchema, membershipId: idSchema });
