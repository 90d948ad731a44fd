import { PROCEDURE_WORDS } from '../../../../src/contract/words/web/procedure';
import { SHELL_WORDS } from '../../../../src/contract/words/web/shell';
import type { Action } from '../../api/types';
import { useLanguage } from '../../language';
import { Moment } from '../../parts/moment';

/** What is theirs to do but not possible yet: why, by which clause, and from when. */
export function NotYet({ actions }: { readonly actions: readonly Action[] }) {
  const { say } = useLanguage();
  if (actions.length === 0) return null;
  return (
    <details>
      <summary>
        {say(PROCEDURE_WORDS.others)}（{actions.length}）
      </summary>
      <ul className="plain">
        {[...actions].sort(byEarliest).map(({ name, title, reason }) => (
          <li key={name} className="stack tight">
            <b>{say(title)}</b>
            {reason && <span>{say(reason.detail)}</span>}
            {reason && (
              <span className="row muted">
                {reason.clause !== null && `${say(SHELL_WORDS.clause)} ${reason.clause}`}
                {reason.earliest !== null && (
                  <span>
                    {say(SHELL_WORDS.earliest)} <Moment at={reason.earliest} />
                  </span>
                )}
              </span>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What time alone brings comes first. */
function byEarliest({ reason: a }: Action, { reason: b }: Action): number {
  return (a?.earliest ?? '9999').localeCompare(b?.earliest ?? '9999');
}
