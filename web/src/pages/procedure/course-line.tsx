import { SHELL_WORDS } from '../../../../src/contract/words/web/shell';
import { PROCEDURE_WORDS } from '../../../../src/contract/words/web/procedure';
import { api } from '../../api/endpoints';
import type { Course } from '../../api/types';
import { useAnswer } from '../../api/use-answer';
import { useLanguage } from '../../language';
import { Answered } from '../../parts/answered';
import { Moment } from '../../parts/moment';
import { Clause } from '../../parts/clause';

/** The stages as a line: those gone through, where it stands, what lies ahead; each with its day and its clause. */
export function CourseLine({ id, version }: { readonly id: string; readonly version: number }) {
  const { say } = useLanguage();
  const course = useAnswer(api.course, { params: { id }, version });
  return (
    <nav aria-label={say(PROCEDURE_WORDS.course)}>
      <Answered of={course}>
        {({ items }) => (
          <ol className="course">
            {items.map((stage) => (
              <Stage key={stage.stage} stage={stage} />
            ))}
          </ol>
        )}
      </Answered>
    </nav>
  );
}

function Stage({ stage: { name, clause, state, since } }: { readonly stage: Course['items'][number] }) {
  const { say } = useLanguage();
  return (
    <li className={state} {...(state === 'now' && { 'aria-current': 'step' as const })}>
      <b>
        {state === 'past' && '✓ '}
        {say(name)}
      </b>
      {since !== null && (
        <small>
          <Moment at={since} />
        </small>
      )}
      {clause !== null && (
        <small>
          {say(SHELL_WORDS.clause)} <Clause id={clause} />
        </small>
      )}
    </li>
  );
}
