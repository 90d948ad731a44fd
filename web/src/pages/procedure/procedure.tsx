import { Card, Tabs, Tag } from 'antd';
import { Link, useParams } from 'react-router';
import { MEETING_WORDS } from '../../../../src/contract/words/web/live';
import { PROCEDURE_WORDS } from '../../../../src/contract/words/web/procedure';
import { STATUS_WORDS } from '../../../../src/contract/words/web/work';
import { api } from '../../api/endpoints';
import type { Procedure } from '../../api/types';
import { useAnswer } from '../../api/use-answer';
import { useLanguage } from '../../language';
import { Answered } from '../../parts/answered';
import { OrganisationName } from '../../parts/organisation-name';
import { ActionsCard } from './actions-card';
import { CourseLine } from './course-line';
import { Deadlines } from './deadlines';
import { LinkedCase } from './linked-case';
import { LiveState } from './live-state';
import { News, useSeen } from './news';
import { Readers } from './readers';
import { Sections } from './sections';
import { Timeline } from './timeline';

/** How often it is asked whether somebody else has done something. */
const ASKS_EVERY_MS = 15_000;

/** One procedure of whatever kind: where it stands, what can be done, what it holds, and what happened. */
export function ProcedurePage() {
  const { id = '' } = useParams();
  const procedure = useAnswer(api.procedure, { params: { id } }, { every: ASKS_EVERY_MS });
  return <Answered of={procedure}>{(shown) => <Shown key={id} procedure={shown} />}</Answered>;
}

function Shown({ procedure }: { readonly procedure: Procedure }) {
  const { say } = useLanguage();
  const { id, title, stageName, status, organisationId, version } = procedure;
  const { seen, own } = useSeen(id, version);
  return (
    <div className="content stack">
      <div>
        <div className="row">
          <h1>{title}</h1>
          <Tag color={status === 'open' ? 'processing' : 'default'}>
            {say(status === 'open' ? stageName : STATUS_WORDS[status])}
          </Tag>
          {procedure.hall && <Link to={`/procedures/${id}/meeting`}>{say(MEETING_WORDS.meeting)}</Link>}
        </div>
        <span className="muted">
          <OrganisationName id={organisationId} />
        </span>
      </div>
      {seen < version && <News id={id} since={seen} onSeen={() => own(version)} />}
      <CourseLine id={id} version={version} />
      <ActionsCard procedure={procedure} onDone={own} />
      <Card>
        <Contents procedure={procedure} />
      </Card>
    </div>
  );
}

function Contents({ procedure }: { readonly procedure: Procedure }) {
  const { say } = useLanguage();
  const { id, version, sheet, people, deadlines } = procedure;
  return (
    <Tabs
      items={[
        {
          key: 'sheet',
          label: say(PROCEDURE_WORDS.contents),
          children: <Sections sections={sheet} people={people} />,
        },
        {
          key: 'deadlines',
          label: `${say(PROCEDURE_WORDS.deadlines)}（${deadlines.length}）`,
          children: <Deadlines deadlines={deadlines} />,
        },
        { key: 'timeline', label: say(PROCEDURE_WORDS.timeline), children: <Timeline id={id} version={version} /> },
        { key: 'case', label: say(PROCEDURE_WORDS.linkedCase), children: <LinkedCase id={id} /> },
        { key: 'readers', label: say(PROCEDURE_WORDS.readers), children: <Readers id={id} /> },
        { key: 'live', label: say(PROCEDURE_WORDS.live), children: <LiveState id={id} /> },
      ]}
    />
  );
}
