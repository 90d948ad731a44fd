import { Tag } from 'antd';
import type { Bilingual } from '../../../../src/contract/words/bilingual';
import { MOVE_CAUSE_WORDS } from '../../../../src/contract/words/council-sheet';
import { PROCEDURE_WORDS } from '../../../../src/contract/words/web/procedure';
import { SHELL_WORDS } from '../../../../src/contract/words/web/shell';
import { WORK_WORDS } from '../../../../src/contract/words/web/work';
import type { Procedure } from '../../api/types';
import { useLanguage } from '../../language';
import { Day, Moment } from '../../parts/moment';
import { Clause } from '../../parts/clause';

type MoveCause = keyof typeof MOVE_CAUSE_WORDS;
type Deadline = Procedure['deadlines'][number];

const COLOURS: Readonly<Record<string, string>> = { overdue: 'error', open: 'processing', met: 'success' };

/** What is owed and by when, each date with the steps by which it was counted. */
export function Deadlines({ deadlines }: { readonly deadlines: readonly Deadline[] }) {
  const { say } = useLanguage();
  if (deadlines.length === 0) return <p>{say(SHELL_WORDS.nothing)}</p>;
  return (
    <ul className="plain">
      {deadlines.map((deadline) => (
        <One key={deadline.key} deadline={deadline} />
      ))}
    </ul>
  );
}

function One({ deadline }: { readonly deadline: Deadline }) {
  const { say } = useLanguage();
  const { title, clause, dueOn, status, statusName, metAt, late, provisional, earlier } = deadline;
  return (
    <li className="stack tight">
      <div className="row">
        <b>{say(title)}</b>
        <Tag color={COLOURS[status] ?? 'default'}>{say(statusName)}</Tag>
        {late && <Tag color="warning">{say(PROCEDURE_WORDS.late)}</Tag>}
      </div>
      <span>
        {say(WORK_WORDS.dueOn)} <Day on={dueOn} /> {say(SHELL_WORDS.clause)} <Clause id={clause} />
        {provisional && ` ${say(PROCEDURE_WORDS.provisional)}`}
      </span>
      {metAt !== null && (
        <span className="muted">
          {say(PROCEDURE_WORDS.metAt)} <Moment at={metAt} />
        </span>
      )}
      {earlier.map(({ dueOn: before, cause, movedAt }) => (
        <span key={movedAt} className="muted">
          {say(PROCEDURE_WORDS.wasDueOn)} <Day on={before} /> {say(MOVE_CAUSE_WORDS[cause as MoveCause])}
        </span>
      ))}
      <Why steps={deadline.explanation} />
    </li>
  );
}

/** The answer to "why this date", a step at a line. */
function Why({ steps }: { readonly steps: Deadline['explanation'] }) {
  const { say } = useLanguage();
  return (
    <details>
      <summary>{say(PROCEDURE_WORDS.whyThisDate)}</summary>
      <ol>
        {steps.map(({ code, date, clause, words }) => (
          <li key={`${String(code)} ${String(date)}`}>
            {say(words as Bilingual)} {clause ? <Clause id={String(clause)} /> : null}
          </li>
        ))}
      </ol>
    </details>
  );
}
