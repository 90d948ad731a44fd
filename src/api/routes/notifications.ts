import { idParams } from '../../contract/schemas/common';
import { notificationsQuery, notificationsSchema } from '../../contract/schemas/notifications';
import { withIsoMoments } from '../../contract/views/moments';
import { noticeWords } from '../../contract/words/notices';
import { refuse } from '../../domain/refusal';
import { PAGE_SIZE } from '../paging';
import { route, type Route } from '../route';
import type { RoutesDeps } from './deps';

const tag = '通知 / Notifications';

/** What the one who is signed in has been told. */
export function notificationRoutes({ notifications, clock }: Pick<RoutesDeps, 'notifications' | 'clock'>): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/notifications',
      tag,
      summary: { zh: '本人的通知，新的在前', en: 'One’s own notifications, the newest first' },
      access: 'signed-in',
      query: notificationsQuery,
      success: { status: 200, schema: notificationsSchema },
      async handler({ query, actor: { personId } }) {
        const page = { after: query.cursor, limit: PAGE_SIZE };
        const { items, next } = await notifications.list({ personId, unreadOnly: query.unread === 'true' }, page);
        const shown = items.map((item) => ({
          ...item,
          params: withIsoMoments(item.params) as Record<string, unknown>,
          text: noticeWords(item),
          createdAt: item.createdAt.toISOString(),
          readAt: item.readAt?.toISOString() ?? null,
        }));
        return { body: { items: shown, next, unread: await notifications.countUnread(personId) } };
      },
    }),
    route({
      method: 'post',
      path: '/api/notifications/{id}/read',
      tag,
      summary: { zh: '标为已读', en: 'Mark as read' },
      access: 'signed-in',
      params: idParams,
      success: { status: 204 },
      async handler({ params, actor }) {
        const marked = await notifications.markRead(params.id, actor.personId, new Date(await clock.now()));
        return marked ? { body: undefined } : refuse('notification.unknown', null);
      },
    }),
  ];
}
