import { Card } from 'antd';
import { Link } from 'react-router';
import { WORK_WORDS } from '../../../../src/contract/words/web/work';
import { api } from '../../api/endpoints';
import { useAnswer } from '../../api/use-answer';
import { useLanguage } from '../../language';
import { Answered } from '../../parts/answered';
import { NotificationList } from '../notifications/notification-list';

const SHOWN = 5;

/** The newest of what was not read yet. */
export function UnreadCard() {
  const { say } = useLanguage();
  const unread = useAnswer(api.notifications, { query: { unread: 'true' } });
  return (
    <Card title={<h2>{say(WORK_WORDS.unread)}</h2>} extra={<Link to="/notifications">{say(WORK_WORDS.all)}</Link>}>
      <Answered of={unread}>
        {({ items }) =>
          items.length === 0 ? <p>{say(WORK_WORDS.noUnread)}</p> : <NotificationList items={items.slice(0, SHOWN)} />
        }
      </Answered>
    </Card>
  );
}
