import type { Notification, Notifications } from '../../ports/notifications';
import type { Database } from './database';
import type { NotificationModel } from './generated/models';
import { pageArguments, toPage } from './paging';

/** Notifications in PostgreSQL. */
export function postgresNotifications(database: Database): Notifications {
  return {
    async list({ personId, unreadOnly }, page) {
      const rows = await database.notification.findMany({
        where: { personId, ...(unreadOnly && { readAt: null }) },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        include: { procedure: { select: { title: true } } },
        ...pageArguments(page),
      });
      return toPage(rows, page, toNotification);
    },
    countUnread: (personId) => database.notification.count({ where: { personId, readAt: null } }),
    async markRead(id, personId, at) {
      const marked = await database.notification.updateMany({
        where: { id, personId, readAt: null },
        data: { readAt: at },
      });
      return marked.count > 0 || (await database.notification.count({ where: { id, personId } })) > 0;
    },
  };
}

function toNotification({ procedure, ...row }: NotificationModel & { procedure: { title: string } }): Notification {
  const { id, procedureId, kind, clause, createdAt, readAt } = row;
  const params = row.params as Notification['params'];
  return { id, procedureId, procedureTitle: procedure.title, kind, clause, params, createdAt, readAt };
}
