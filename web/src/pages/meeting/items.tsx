import { Card } from 'antd';
import type { Bilingual } from '../../../../src/contract/words/bilingual';
import { castWords, MEETING_WORDS } from '../../../../src/contract/words/web/live';
import type { Hall } from '../../api/types';
import { useLanguage } from '../../language';

interface Props {
  readonly hall: Hall;
  readonly people: Readonly<Record<string, string>>;
  readonly cast: ReadonlyMap<string, Bilingual>;
}

type Item = Hall['items'][number];

/** The items in their order; the one that is being taken up stands out, with its quorum and its vote. */
export function Items({ hall, people, cast }: Props) {
  const { say } = useLanguage();
  return (
    <Card size="small" title={<h2>{say(MEETING_WORDS.items)}</h2>}>
      <ol className="items">
        {hall.items.map((item) => (
          <li key={item.id} className={item.isCurrent ? 'current' : undefined} aria-current={item.isCurrent}>
            <div className="row">
              <strong className="title">{item.title}</strong>
              {item.isCurrent && <span className="mark cast">{say(MEETING_WORDS.current)}</span>}
              {item.outcome && <span className="mark present">{say(item.outcome)}</span>}
            </div>
            {item.isCurrent && <Quorum item={item} />}
            {item.recused.length > 0 && (
              <p>
                {say(MEETING_WORDS.recused)}：{item.recused.map((id) => people[id] ?? '').join('、')}
              </p>
            )}
            <Votes item={item} hall={hall} cast={cast} />
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Quorum({ item: { quorum } }: { readonly item: Item }) {
  const { say } = useLanguage();
  return (
    <p>
      {say(MEETING_WORDS.quorum)}：
      <span className={quorum.reached ? 'reached' : 'missed'}>{say(quorum.arithmetic)}</span>
    </p>
  );
}

function Votes({ item, hall, cast }: { readonly item: Item } & Pick<Props, 'hall' | 'cast'>) {
  const { say } = useLanguage();
  return item.votes.map(({ id, question, subject, method, isOpen, passed, counts, arithmetic }) => (
    <div key={id} className="vote" aria-live="polite">
      <p className="muted">
        {say(question)}
        {subject !== null && ` ${subject}`}（{say(method)}）
      </p>
      {isOpen && (
        <p className="big">
          {say(MEETING_WORDS.voting)}
          {hall.vote &&
            (hall.vote.byName || cast.size > 0) &&
            `：${say(castWords(cast.size, hall.vote.electors.length))}`}
        </p>
      )}
      {arithmetic && <p className={passed ? 'big reached' : 'big missed'}>{say(arithmetic)}</p>}
      {counts && <p>{say(counts)}</p>}
    </div>
  ));
}
