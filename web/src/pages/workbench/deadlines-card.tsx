import { Card, Segmented, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { SHELL_WORDS } from '../../../../src/contract/words/web/shell';
import { WORK_WORDS } from '../../../../src/contract/words/web/work';
import { api } from '../../api/endpoints';
import type { Deadline } from '../../api/types';
import { useAnswer } from '../../api/use-answer';
import { useLanguage } from '../../language';
import { Answered } from '../../parts/answered';
import { Day } from '../../parts/moment';
import { Clause } from '../../parts/clause';
import { OrganisationName } from '../../parts/organisation-name';

type State = 'overdue' | 'due-soon' | 'open';

const STATES: readonly (readonly [State, keyof typeof WORK_WORDS])[] = [
  ['overdue', 'overdue'],
  ['due-soon', 'dueSoon'],
  ['open', 'open'],
];

/** What is owed, the overdue first. */
export function DeadlinesCard() {
  const { say } = useLanguage();
  const [chosen, choose] = useState<State | null>(null);
  const overdue = useAnswer(api.deadlines, { query: { state: 'overdue' } }, { every: 60_000 });
  const soon = useAnswer(api.deadlines, { query: { state: 'due-soon' } }, { every: 60_000 });
  const state = chosen ?? (overdue.data?.items.length ? 'overdue' : 'due-soon');
  const open = useAnswer(api.deadlines, { query: { state: 'open' } }, { when: state === 'open' });
  const answers = { overdue, 'due-soon': soon, open };
  const count = (one: State) => answers[one].data?.items.length;
  return (
    <Card title={<h2>{say(WORK_WORDS.deadlines)}</h2>}>
      <div className="stack">
        <Segmented
          aria-label={say(WORK_WORDS.deadlines)}
          value={state}
          onChange={choose}
          options={STATES.map(([value, words]) => {
            const counted = count(value);
            return { value, label: say(WORK_WORDS[words]) + (counted === undefined ? '' : ` ${counted}`) };
          })}
        />
        <Answered of={answers[state]}>
          {({ items }) => (items.length === 0 ? <p>{say(WORK_WORDS.noDeadlines)}</p> : <List items={items} />)}
        </Answered>
      </div>
    </Card>
  );
}

function List({ items }: { readonly items: readonly Deadline[] }) {
  const { say } = useLanguage();
  return (
    <ul className="plain">
      {items.map(({ procedureId, procedureTitle, organisationId, key, title, clause, dueOn, provisional }) => (
        <li key={`${procedureId}/${key}`} className="stack tight">
          <Link to={`/procedures/${procedureId}`}>
            {say(title)}：{procedureTitle}
          </Link>
          <span className="muted">
            <OrganisationName id={organisationId} /> {say(WORK_WORDS.dueOn)} <Day on={dueOn} />{' '}
            {provisional && <Tag>{say(WORK_WORDS.provisional)}</Tag>}
            {say(SHELL_WORDS.clause)} <Clause id={clause} />
          </span>
        </li>
      ))}
    </ul>
  );
}
