import { PROCEDURE_WORDS } from '../../../../src/contract/words/web/procedure';
import { SHELL_WORDS } from '../../../../src/contract/words/web/shell';
import type { Action } from '../../api/types';
import { useLanguage } from '../../language';
import { Moment } from '../../parts/moment';
import { Clause } from '../../parts/clause';

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
        {grouped(actions).map(({ titles, reason }) => (
          <li key={titles[0]?.zh} className="stack tight">
            <b>{titles.map(say).join(say({ zh: '、', en: ', ' }))}</b>
            <span>{say(reason.detail)}</span>
            <span className="row muted">
              {reason.clause !== null && !say(reason.detail).includes(reason.clause) && (
                <span>
                  {say(SHELL_WORDS.clause)} <Clause id={reason.clause} />
                </span>
              )}
              {reason.earliest !== null && (
                <span>
                  {say(SHELL_WORDS.earliest)} <Moment at={reason.earliest} />
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

type Reason = NonNullable<Action['reason']>;

interface Group {
  readonly titles: readonly Action['title'][];
  readonly reason: Reason;
}

/** What the same reason keeps from being done stands together; what time alone brings comes first. */
function grouped(actions: readonly Action[]): Group[] {
  const groups = new Map<string, Group>();
  for (const { title, reason } of actions) {
    if (!reason) continue;
    const key = `${reason.detail.zh} ${reason.earliest}`;
    groups.set(key, { titles: [...(groups.get(key)?.titles ?? []), title], reason });
  }
  const earliest = ({ reason }: Group) => reason.earliest ?? '9999';
  return [...groups.values()].sort((a, b) => earliest(a).localeCompare(earliest(b)));
}
