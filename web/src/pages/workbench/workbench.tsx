import { Button, Card } from 'antd';
import { Link } from 'react-router';
import { MENU_WORDS } from '../../../../src/contract/words/web/shell';
import { WORK_WORDS } from '../../../../src/contract/words/web/work';
import { useLanguage } from '../../language';
import { useSession } from '../../session/session';
import { DeadlinesCard } from './deadlines-card';
import { DoNow } from './do-now';
import { UnreadCard } from './unread-card';

/** What is to be done now, what is due, and what one was told. */
export function Workbench() {
  const { say } = useLanguage();
  const { can } = useSession();
  return (
    <div className="content stack">
      <div className="row">
        <h1 className="shrink">{say(MENU_WORDS.workbench)}</h1>
        <Link to="/procedures">{say(WORK_WORDS.find)}</Link>
        {can('procedures.start') && (
          <Link to="/start">
            <Button type="primary" tabIndex={-1}>
              {say(WORK_WORDS.start)}
            </Button>
          </Link>
        )}
      </div>
      <div className="columns">
        <Card title={<h2>{say(WORK_WORDS.doNow)}</h2>} className="wide">
          <DoNow />
        </Card>
        <div className="stack">
          <DeadlinesCard />
          <UnreadCard />
        </div>
      </div>
    </div>
  );
}
