import { Tag } from 'antd';
import { Link } from 'react-router';
import { SHELL_WORDS } from '../../../../src/contract/words/web/shell';
import { WORK_WORDS } from '../../../../src/contract/words/web/work';
import { api } from '../../api/endpoints';
import type { ProcedureSummary } from '../../api/types';
import { useAnswer } from '../../api/use-answer';
import { useLanguage } from '../../language';
import { Answered } from '../../parts/answered';
import { LastDay } from '../../parts/moment';

/** For so many procedures it is asked what can be done in them. */
const SHOWN = 10;

/** Procedures under way, the most pressing first, each with what the one who looks may do in it. */
export function DoNow() {
  const { say } = useLanguage();
  const procedures = useAnswer(api.procedures, { query: { status: 'open' } }, { every: 60_000 });
  return (
    <Answered of={procedures}>
      {({ items }) =>
        items.length === 0 ? (
          <p>{say(WORK_WORDS.noneOpen)}</p>
        ) : (
          <>
            <p className="muted">{say(WORK_WORDS.doNowHint)}</p>
            <ul className="plain">
              {pressing(items).map((one) => (
                <One key={one.id} procedure={one} />
              ))}
            </ul>
          </>
        )
      }
    </Answered>
  );
}

function pressing(items: readonly ProcedureSummary[]): ProcedureSummary[] {
  const due = ({ nextDueAt }: ProcedureSummary) => nextDueAt ?? '9999';
  return [...items].sort((a, b) => due(a).localeCompare(due(b))).slice(0, SHOWN);
}

function One({ procedure: { id, title, stageName, nextDueAt } }: { readonly procedure: ProcedureSummary }) {
  const { say } = useLanguage();
  const { data } = useAnswer(api.actions, { params: { id } });
  const possible = data?.items.filter((action) => action.possible);
  return (
    <li className="stack tight">
      <div className="row">
        <Link to={`/procedures/${id}`} className="strong">
          {title}
        </Link>
        <Tag>{say(stageName)}</Tag>
        {nextDueAt !== null && (
          <span className="muted">
            {say(WORK_WORDS.dueOn)} <LastDay dueAt={nextDueAt} />
          </span>
        )}
      </div>
      <div>
        {possible === undefined && <span className="muted">{say(SHELL_WORDS.loading)}</span>}
        {possible?.length === 0 && <span className="muted">{say(WORK_WORDS.mustWait)}</span>}
        {possible && possible.length > 0 && (
          <span className="row">
            <span className="muted">{say(WORK_WORDS.canDo)}</span>
            {possible.map((action) => (
              <Link key={action.name} to={`/procedures/${id}?do=${action.name}`}>
                {say(action.title)}
              </Link>
            ))}
          </span>
        )}
      </div>
    </li>
  );
}
