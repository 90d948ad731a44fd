import { Alert } from 'antd';
import { useCallback, useState } from 'react';
import { PROCEDURE_WORDS } from '../../../../src/contract/words/web/procedure';
import { api } from '../../api/endpoints';
import { useAnswer } from '../../api/use-answer';
import { useLanguage } from '../../language';

/** Up to which version somebody has seen a procedure: as it was when they came, and as they themselves have brought it on. */
export function useSeen(id: string, version: number) {
  const [seen, setSeen] = useState({ id, version });
  const own = useCallback((own: number) => setSeen((before) => ({ id, version: Math.max(before.version, own) })), [id]);
  return { seen: seen.id === id ? seen.version : version, own };
}

interface Props {
  readonly id: string;
  readonly since: number;
  readonly onSeen: () => void;
}

/** What others have done while one was looking: shown, and nothing of what is being typed is lost over it. */
export function News({ id, since, onSeen }: Props) {
  const { say } = useLanguage();
  const { data } = useAnswer(api.timeline, { params: { id }, query: { after: String(since) } });
  const events = (data?.items ?? []).map(({ title, actorPersonId }) => {
    const who = actorPersonId === null ? say(PROCEDURE_WORDS.bySystem) : (data?.people[actorPersonId] ?? '');
    return `${say(title)}（${who}）`;
  });
  return (
    <Alert
      role="status"
      type="info"
      showIcon
      closable={{ onClose: onSeen }}
      title={say(PROCEDURE_WORDS.changed) + [...new Set(events)].join('、')}
      description={say(PROCEDURE_WORDS.changedHint)}
    />
  );
}
