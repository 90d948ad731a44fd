import { Button } from 'antd';
import { Link } from 'react-router';
import { SHELL_WORDS } from '../../../../src/contract/words/web/shell';
import { WORK_WORDS } from '../../../../src/contract/words/web/work';
import { call } from '../../api/call';
import { api } from '../../api/endpoints';
import type { Notification } from '../../api/types';
import { useRefresh } from '../../api/use-answer';
import { useLanguage } from '../../language';
import { Moment } from '../../parts/moment';
import { Clause } from '../../parts/clause';

/** What somebody was told; going to its procedure marks it as read. */
export function NotificationList({ items }: { readonly items: readonly Notification[] }) {
  const { say } = useLanguage();
  const refresh = useRefresh();
  const markRead = async (id: string) => {
    await call(api.markRead, { params: { id } });
    await refresh(api.notifications.path);
  };
  return (
    <ul className="plain">
      {items.map(({ id, procedureId, procedureTitle, text, clause, createdAt, readAt }) => (
        <li key={id} className="stack tight">
          <Link
            to={`/procedures/${procedureId}`}
            className={readAt === null ? 'strong' : ''}
            onClick={() => void (readAt === null && markRead(id))}
          >
            {procedureTitle}
          </Link>
          <span>{say(text)}</span>
          <span className="row muted">
            <Moment at={createdAt} />
            {clause !== null && (
              <span>
                {say(SHELL_WORDS.clause)} <Clause id={clause} />
              </span>
            )}
            {readAt === null && (
              <Button size="small" type="link" onClick={() => void markRead(id)}>
                {say(WORK_WORDS.markRead)}
              </Button>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
