import { Card, Checkbox } from 'antd';
import { useState } from 'react';
import { MENU_WORDS } from '../../../../src/contract/words/web/shell';
import { WORK_WORDS } from '../../../../src/contract/words/web/work';
import { api } from '../../api/endpoints';
import { useLanguage } from '../../language';
import { PagedList } from '../../parts/paged-list';
import { NotificationList } from './notification-list';

/** Everything one was told, the newest first. */
export function NotificationsPage() {
  const { say } = useLanguage();
  const [isUnreadOnly, setUnreadOnly] = useState(false);
  return (
    <div className="content stack">
      <div className="row">
        <h1 className="shrink">{say(MENU_WORDS.notifications)}</h1>
        <Checkbox checked={isUnreadOnly} onChange={({ target }) => setUnreadOnly(target.checked)}>
          {say(WORK_WORDS.onlyUnread)}
        </Checkbox>
      </div>
      <Card>
        <PagedList
          endpoint={api.notifications}
          query={isUnreadOnly ? { unread: 'true' } : {}}
          empty={WORK_WORDS.noNotifications}
        >
          {(items) => <NotificationList items={items} />}
        </PagedList>
      </Card>
    </div>
  );
}
