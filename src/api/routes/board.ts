import { z } from 'zod';
import { civilDateSchema, cursorSchema, idParams, idSchema, momentSchema } from '../../contract/schemas/common';
import { refuse } from '../../domain/refusal';
import type { Board, BoardNotice, BoardPaper } from '../../ports/procedures';
import { boardPage, boardsPage, paperPage } from '../board/page';
import { readingIn } from '../board/reading';
import { BOARD_STYLE } from '../board/style';
import { route, type Reply, type Route } from '../route';

const tag = '公开栏 / Notice board';
const HTML = { 'Content-Type': 'text/html; charset=utf-8', Vary: 'Accept' };

/** How many results one page of a board holds: with their notices they stay readable over a slow line. */
const RESULTS_PER_PAGE = 20;

const organisationSchema = z.object({ id: idSchema, name: z.string(), nameEn: z.string() });
const paperSchema = z
  .object({
    id: idSchema,
    organisationId: idSchema,
    organisationName: z.string(),
    organisationNameEn: z.string(),
    kind: z.string(),
    title: z.string(),
    content: z.record(z.string(), z.unknown()),
    publishedAt: momentSchema,
    dueOn: civilDateSchema.nullable(),
    late: z.boolean(),
    takeDownOn: civilDateSchema.nullable(),
  })
  .meta({ id: 'BoardPaper' });
const noticeSchema = z
  .object({
    id: idSchema,
    kind: z.string(),
    clause: z.string(),
    title: z.string(),
    issuedOn: civilDateSchema,
    meetingAt: momentSchema,
    place: z.string(),
    items: z.array(z.string()),
    postings: z.array(z.object({ channel: z.string(), location: z.string(), postedOn: civilDateSchema.nullable() })),
  })
  .meta({ id: 'BoardNotice' });
const boardSchema = z.object({
  organisation: organisationSchema,
  notices: z.array(noticeSchema),
  items: z.array(paperSchema),
  next: idSchema.nullable(),
});

const languageShape = {
  lang: z
    .enum(['zh', 'en'])
    .optional()
    .meta({ description: '网页的语言，默认中文 / The language of the page, Chinese unless it says otherwise' }),
};
const languageQuery = z.object(languageShape);
const boardQuery = z.object({ ...languageShape, cursor: cursorSchema });

/** The public board, without sign-in: pages for people, JSON for programs, by what the asker prefers. */
export function boardRoutes({ board }: { board: Board }): Route[] {
  return [
    route({
      method: 'get',
      path: '/board',
      tag,
      summary: { zh: '各社区公开栏', en: 'The boards of all communities' },
      access: 'public',
      query: languageQuery,
      success: { status: 200, schema: z.object({ items: z.array(organisationSchema.extend({ papers: z.int() })) }) },
      async handler({ prefersHtml, query }) {
        const items = [...(await board.organisations())];
        return prefersHtml ? asPage(boardsPage(items, readingIn(query.lang ?? 'zh'))) : { body: { items } };
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
      query: languageQuery,
      success: { status: 200, schema: paperSchema },
      problems: [404],
      async handler({ params, query, prefersHtml }) {
        const paper = await board.paper(params.id);
        if (!paper) return refuse('paper.unknown', null);
        return prefersHtml ? asPage(paperPage(paper, readingIn(query.lang ?? 'zh'))) : { body: shown(paper) };
      },
    }),
    oneBoardRoute(board),
  ];
}

function oneBoardRoute(board: Board): Route {
  return route({
    method: 'get',
    path: '/board/{id}',
    tag,
    summary: { zh: '一个社区的公开栏', en: 'The board of one community' },
    access: 'public',
    params: idParams,
    query: boardQuery,
    success: { status: 200, schema: boardSchema },
    problems: [404],
    async handler({ params, query: { cursor, lang = 'zh' }, prefersHtml }) {
      const organisation = await board.organisation(params.id);
      if (!organisation) return refuse('organisation.unknown', null);
      const [notices, papers] = await Promise.all([
        board.notices(params.id),
        board.papers(params.id, { after: cursor, limit: RESULTS_PER_PAGE }),
      ]);
      if (prefersHtml) return asPage(boardPage({ organisation, notices, papers, cursor }, readingIn(lang)));
      const items = papers.items.map(shown);
      return { body: { organisation, notices: notices.map(announced), items, next: papers.next } };
    },
  });
}

function shown({ publishedAt, content, ...paper }: BoardPaper) {
  return { ...paper, content: content as Record<string, unknown>, publishedAt: new Date(publishedAt).toISOString() };
}

function announced({ meetingAt, items, postings, ...notice }: BoardNotice) {
  const places = postings.map((posting) => ({ ...posting }));
  return { ...notice, items: [...items], postings: places, meetingAt: new Date(meetingAt).toISOString() };
}

/** A page is answered as bytes; the schema speaks of the JSON that the same address gives. */
function asPage(body: Buffer, headers: Readonly<Record<string, string>> = HTML): Reply<never> {
  return { headers, body: body as never };
}
