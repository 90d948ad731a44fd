import { Card, Tag } from 'antd';
import { Link, useParams } from 'react-router';
import { DECISION_WORDS } from '../../../../src/contract/words/agenda';
import { ADMIN_WORDS } from '../../../../src/contract/words/web/administration';
import { MENU_WORDS } from '../../../../src/contract/words/web/shell';
import { api } from '../../api/endpoints';
import type { AgendaItem } from '../../api/types';
import { useAnswer } from '../../api/use-answer';
import { ApiForm } from '../../form/api-form';
import { useLanguage } from '../../language';
import { Answered } from '../../parts/answered';
import { Clause } from '../../parts/clause';
import { Day } from '../../parts/moment';
import { useSession } from '../../session/session';

/** One item of an agenda: where it comes from, what was prepared for it, and what became of it. */
export function AgendaItemPage() {
  const { id = '' } = useParams();
  const item = useAnswer(api.agendaItem, { params: { id } });
  return <Answered of={item}>{(shown) => <Shown item={shown} />}</Answered>;
}

function Shown({ item }: { readonly item: AgendaItem }) {
  const { say } = useLanguage();
  const { can } = useSession();
  const { id, title, bodyName, reasonName, status, statusName, putOn, sourceProcedureId, takerId, settlement } = item;
  const { description, preparations, emergency, deferredOn } = item;
  return (
    <div className="content stack narrow">
      <Link to={`/agenda?organisation=${item.organisationId}`}>{say(MENU_WORDS.agenda)}</Link>
      <div className="row">
        <h1>{title}</h1>
        <Tag>{say(statusName)}</Tag>
      </div>
      <Card>
        <p>
          {say(bodyName)} · {say(reasonName)} · <Day on={putOn} />
        </p>
        <p className="row">
          {sourceProcedureId !== null && (
            <Link to={`/procedures/${sourceProcedureId}`}>{say(ADMIN_WORDS.fromProcedure)}</Link>
          )}
          {takerId !== null && <Link to={`/procedures/${takerId}`}>{say(ADMIN_WORDS.takenBy)}</Link>}
        </p>
        {description !== null && <p>{description}</p>}
        {emergency && (
          <p>
            {say(ADMIN_WORDS.actedOn)} <Day on={emergency.actedOn} /> · {say(ADMIN_WORDS.reportedOn)}{' '}
            <Day on={emergency.reportedOn} /> {emergency.late && <Tag color="red">{say(ADMIN_WORDS.reportedLate)}</Tag>}
          </p>
        )}
        {deferredOn !== null && (
          <p>
            {say(ADMIN_WORDS.deferredOn)} <Day on={deferredOn} />
          </p>
        )}
        {settlement && <Settlement settlement={settlement} />}
      </Card>
      {preparations && <Preparations preparations={preparations} />}
      {(status === 'open' || status === 'taken-up') &&
        preparations?.some(({ state }) => state === 'missing') &&
        can('agenda.prepare') && (
          <Card title={<h2>{say(ADMIN_WORDS.prepare)}</h2>}>
            <ApiForm
              endpoint={api.prepareItem}
              params={{ id }}
              organisationId={item.organisationId}
              button={ADMIN_WORDS.prepare}
            />
          </Card>
        )}
    </div>
  );
}

function Preparations({ preparations }: { readonly preparations: NonNullable<AgendaItem['preparations']> }) {
  const { say } = useLanguage();
  return (
    <Card title={<h2>{say(ADMIN_WORDS.preparations)}</h2>}>
      <ul>
        {preparations.map(({ what, name, clause, state, stateName, on, text }) => (
          <li key={what}>
            <Tag color={state === 'missing' ? 'red' : 'green'}>{say(stateName)}</Tag> {say(name)} <Clause id={clause} />
            {on !== null && (
              <>
                {' · '}
                <Day on={on} />
              </>
            )}
            {text !== null && ` · ${text}`}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Settlement({ settlement }: { readonly settlement: NonNullable<AgendaItem['settlement']> }) {
  const { say } = useLanguage();
  const { outcome, decidedOn, reference, note } = settlement;
  const words = DECISION_WORDS[outcome as keyof typeof DECISION_WORDS];
  return (
    <p>
      {say(ADMIN_WORDS.decision)} <b>{say(words)}</b>{' '}
      {[decidedOn, reference, note].filter((text) => typeof text === 'string').join(' · ')}
    </p>
  );
}
