import { z } from 'zod';
import { civilDateSchema, idParams, idSchema, momentSchema } from '../../contract/schemas/common';
import { refuse } from '../../domain/refusal';
import type { Board, BoardPaper } from '../../ports/procedures';
import { BOARD_STYLE } from '../board/html';
import { boardPage, boardsPage, paperPage } from '../board/page';
import { route, type Reply, type Route } from '../route';

const tag = '公开栏 / Notice board';
const HTML = { 'Content-Type': 'text/html; charset=utf-8', Vary: 'Accept' };

const organisationSchema = z.object({ id: idSchema, name: z.string(), nameEn: z.string() });
const paperSchema = z
  .object({
    id: idSchema,
    organisationId: idSchema,
    organisationName: z.string(),
    kind: z.string(),
    title: z.string(),
    content: z.record(z.string(), z.unknown()),
    publishedAt: momentSchema,
    dueOn: civilDateSchema.nullable(),
    late: z.boolean(),
    takeDownOn: civilDateSchema.nullable(),
  })
  .meta({ id: 'BoardPaper' });

/** The public board, without sign-in: pages for people, JSON for programs, by what the asker prefers. */
export function boardRoutes({ board }: { board: Board }): Route[] {
  return [
    route({
      method: 'get',
      path: '/board',
      tag,
      summary: { zh: '各社区公开栏', en: 'The boards of all communities' },
      access: 'public',
      success: { status: 200, schema: z.object({ items: z.array(organisationSchema.extend({ papers: z.int() })) }) },
      async handler({ prefersHtml }) {
        const items = [...(await board.organisations())];
        return prefersHtml ? asPage(boardsPage(items)) : { body: { items } };
      },
    }),
    route({
      method: 'get',
      path: '/board/style.css',
      tag,
      summary: { zh: '公开栏样式', en: 'The style of the boards' },
      access: 'public',
      success: { status: 200, mediaTypes: ['text/css'] },
      handler: async () => asPage(Buffer.from(BOARD_STYLE), { 'Content-Type': 'text/css; charset=utf-8' }),
    }),
    route({
      method: 'get',
      path: '/board/papers/{id}',
      tag,
      summary: { zh: '一份公示', en: 'One paper' },
      access: 'public',
      params: idParams,
      success: { status: 200, schema: paperSchema },
      problems: [404],
      async handler({ params, prefersHtml }) {
        const paper = await board.paper(params.id);
        if (!paper) return refuse('paper.unknown', null);
        return prefersHtml ? asPage(paperPage(paper)) : { body: shown(paper) };
      },
    }),
    route({
      method: 'get',
      path: '/board/{id}',
      tag,
      summary: { zh: '一个社区的公开栏', en: 'The board of one community' },
      access: 'public',
      params: idParams,
      success: { status: 200, schema: z.object({ organisation: organisationSchema, items: z.array(paperSchema) }) },
      problems: [404],
      async handler({ params, prefersHtml }) {
        const organisation = await board.organisation(params.id);
        if (!organisation) return refuse('organisation.unknown', null);
        const papers = await board.papers(params.id);
        return prefersHtml
          ? asPage(boardPage(organisation, papers))
          : { body: { organisation, items: papers.map(shown) } };
      },
    }),
  ];
}

function shown({ publishedAt, content, ...paper }: BoardPaper) {
  return { ...paper, content: content as Record<string, unknown>, publishedAt: new Date(publishedAt).toISOString() };
}

/** A page is answered as bytes; the schema speaks of the JSON that the same address gives. */
function asPage(body: Buffer, headers: Readonly<Record<string, string>> = HTML): Reply<never> {
  return { headers, body: body as never };
}
