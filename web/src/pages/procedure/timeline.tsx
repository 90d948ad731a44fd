import { Button } from 'antd';
import { useState } from 'react';
import { PROCEDURE_WORDS } from '../../../../src/contract/words/web/procedure';
import { api } from '../../api/endpoints';
import type { Timeline as Events } from '../../api/types';
import { useAnswer } from '../../api/use-answer';
import { useLanguage } from '../../language';
import { Answered } from '../../parts/answered';
import { Moment } from '../../parts/moment';

/** What happened, event by event, with the digest that chains each to the one before. */
export function Timeline({ id, version }: { readonly id: string; readonly version: number }) {
  return <From id={id} version={version} after={0} />;
}

function From({ id, version, after }: { readonly id: string; readonly version: number; readonly after: number }) {
  const { say } = useLanguage();
  const [isFurther, setFurther] = useState(false);
  const events = useAnswer(api.timeline, { params: { id }, query: { after: String(after) }, version });
  return (
    <Answered of={events}>
      {({ items, next, people }) => (
        <>
          <ol className="plain">
            {items.map((event) => (
              <Event key={event.seq} event={event} people={people} />
            ))}
          </ol>
          {next !== null && !isFurther && (
            <Button onClick={() => setFurther(true)}>{say(PROCEDURE_WORDS.moreEvents)}</Button>
          )}
          {next !== null && isFurther && <From id={id} version={version} after={next} />}
        </>
      )}
    </Answered>
  );
}

interface EventProps {
  readonly event: Events['items'][number];
  readonly people: Events['people'];
}

function Event({ event: { seq, title, at, actorPersonId, data, hash }, people }: EventProps) {
  const { say } = useLanguage();
  const who = actorPersonId === null ? say(PROCEDURE_WORDS.bySystem) : (people[actorPersonId] ?? '');
  const concerned = typeof data.personId === 'string' ? people[data.personId] : undefined;
  const texts = [data.reason, data.text, data.note].filter((text) => typeof text === 'string');
  return (
    <li className="stack tight">
      <span>
        <span className="muted">{seq}.</span> <b>{say(title)}</b>
        {concerned !== undefined && `：${concerned}`}
      </span>
      {texts.map((text) => (
        <span key={text} className="pre-line">
          {text}
        </span>
      ))}
      <span className="row muted">
        <Moment at={at} />
        <span>
          {say(PROCEDURE_WORDS.timelineBy)} {who}
        </span>
        <span title={hash}>#{hash.slice(0, 8)}</span>
      </span>
    </li>
  );
}
