import { Button, Card } from 'antd';
import type { Bilingual } from '../../../../src/contract/words/bilingual';
import { momentWords } from '../../../../src/contract/words/dates';
import { MEETING_WORDS } from '../../../../src/contract/words/web/live';
import type { Actions, Hall } from '../../api/types';
import { useLanguage } from '../../language';
import { pressesFor } from './presses';
import type { usePress } from './use-press';

interface Props {
  readonly hall: Hall;
  /** The names of people, by their ids. */
  readonly people: Readonly<Record<string, string>>;
  readonly actions: Actions | undefined;
  /** What each has voted in the vote that is open. */
  readonly cast: ReadonlyMap<string, Bilingual>;
  readonly pressing: ReturnType<typeof usePress>;
}

/** Everybody who is due, with what one press does for them. */
export function People(props: Props) {
  const { hall } = props;
  const { say } = useLanguage();
  return (
    <Card size="small" title={<h2>{say(MEETING_WORDS.people)}</h2>}>
      <table className="due">
        <thead>
          <tr>
            <th scope="col">{say(MEETING_WORDS.name)}</th>
            <th scope="col">{say(MEETING_WORDS.attendance)}</th>
            <th scope="col">{say(MEETING_WORDS.acts)}</th>
          </tr>
        </thead>
        <tbody>
          {hall.people.map((member) => (
            <Row key={member.personId} {...props} member={member} />
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function Row({ member, hall, people, actions, cast, pressing }: Props & { readonly member: Hall['people'][number] }) {
  const { say } = useLanguage();
  const { personId, capacity, office, state, stateName, at } = member;
  const name = people[personId] ?? '';
  const recusedNow = hall.items.some(({ isCurrent, recused }) => isCurrent && recused.includes(personId));
  const vote = hall.vote?.electors.includes(personId) ? hall.vote : null;
  const hasVoted = cast.has(personId);
  // What names the open vote is over for whoever has voted in it.
  const presses = actions ? pressesFor(actions, personId) : [];
  const open = presses.filter(({ body }) => !(hasVoted && Object.values(body).includes(vote?.id ?? '')));
  return (
    <tr>
      <th scope="row">
        {name} <span className="muted">{office ? say(office) : capacity}</span>
      </th>
      <td>
        <span className={`mark ${state}`}>{say(stateName)}</span>
        {at !== null && <span className="muted">{momentWords(Date.parse(at)).slice(-5)}</span>}
        {recusedNow && <span className="mark left">{say(MEETING_WORDS.recused)}</span>}
        {vote && (vote.byName || cast.size > 0) && (
          <span className={hasVoted ? 'mark cast' : 'mark'}>{voted(cast.get(personId), say)}</span>
        )}
      </td>
      <td>
        {open.map((press) => (
          <Button
            key={press.action + JSON.stringify(press.body)}
            aria-label={`${say(press.title)}：${name}`}
            loading={pressing.busy === press}
            disabled={pressing.busy !== null}
            onClick={() => void pressing.press(press)}
          >
            {say(press.title)}
          </Button>
        ))}
      </td>
    </tr>
  );
}

function voted(choice: Bilingual | undefined, say: (words: Bilingual) => string): string {
  return choice ? `${say(MEETING_WORDS.cast)}：${say(choice)}` : say(MEETING_WORDS.notCast);
}
