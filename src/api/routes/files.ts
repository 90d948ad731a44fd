import { createHash } from 'node:crypto';
import { z } from 'zod';
import { idParams } from '../../contract/schemas/common';
import { fileSchema, FILE_TYPES, type FileType } from '../../contract/schemas/files';
import { organisationQuery } from '../../contract/schemas/organisations';
import { isOfType } from '../../domain/file-type';
import { isRefusal, refuse } from '../../domain/refusal';
import { permittedOrganisation } from '../permit';
import { route, type Route } from '../route';
import type { RoutesDeps } from './deps';

const tag = '文件 / Files';
const mediaTypes = Object.keys(FILE_TYPES);
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const LIMIT = 5 * 1024 * 1024;

/** Photos of boards and signed papers, for those who read the procedures of the place and those whom such a procedure names. */
export function fileRoutes({ organisations, files }: Pick<RoutesDeps, 'organisations' | 'files'>): Route[] {
  return [
    route({
      method: 'post',
      path: '/api/files',
      tag,
      summary: {
        zh: '上传文件（JPEG、PNG、PDF，不超过 5 MB）',
        en: 'Upload a file (JPEG, PNG or PDF of at most 5 MB)',
      },
      access: 'signed-in',
      query: organisationQuery,
      body: bytes,
      rawBody: { mediaTypes, limit: LIMIT },
      success: { status: 201, schema: fileSchema },
      problems: [404, 415],
      async handler({ query, body: content, mediaType, newId, ...asker }) {
        const place = await permittedOrganisation(organisations, asker, 'files.add', query.organisationId);
        if (isRefusal(place)) return place;
        if (!isOfType(content, mediaType)) return refuse('file.content-differs', null, { mediaType });
        const sha256 = createHash('sha256').update(content).digest('hex');
        const { id, size } = await files.add({
          id: newId('file'),
          organisationId: place.id,
          sha256,
          mediaType,
          size: content.length,
          content,
          uploadedById: asker.actor.accountId,
        });
        const headers = { Location: `/api/files/${id}` };
        return { headers, body: { id, organisationId: place.id, sha256, mediaType, size } };
      },
    }),
    route({
      method: 'get',
      path: '/api/files/{id}',
      tag,
      summary: { zh: '下载文件', en: 'Download a file' },
      access: 'signed-in',
      params: idParams,
      success: { status: 200, schema: bytes, mediaTypes },
      problems: [403],
      async handler({ params, ...asker }) {
        const file = await files.find(params.id);
        if (!file) return refuse('file.unknown', null);
        const place = await permittedOrganisation(organisations, asker, 'procedures.read', file.organisationId);
        if (isRefusal(place) && !(await files.isShownTo(file.id, asker.actor.personId))) return place;
        const name = `${file.id}.${FILE_TYPES[file.mediaType as FileType]}`;
        const headers = { 'Content-Type': file.mediaType, 'Content-Disposition': `attachment; filename="${name}"` };
        const body = await files.content(file.id);
        return body ? { headers, body } : refuse('file.unknown', null);
      },
    }),
  ];
}
