import { Card, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { CHANNEL_WORDS, OUTBOX_STATE_WORDS } from '../../../../src/contract/words/outbox';
import { ADMIN_WORDS } from '../../../../src/contract/words/web/administration';
import { MENU_WORDS } from '../../../../src/contract/words/web/shell';
import { api } from '../../api/endpoints';
import type { OutboxMessage } from '../../api/types';
import { useLanguage } from '../../language';
import { ActButton } from '../../parts/act-button';
import { DataTable } from '../../parts/data-table';
import { Moment } from '../../parts/moment';
import { PagedList } from '../../parts/paged-list';

/** Of these, somebody has to say what becomes of them. */
const UNDECIDED: readonly OutboxMessage['state'][] = ['uncertain', 'failed'];

/** What leaves the service, and what becomes of that which did not go out or may not have. */
export function OutboxPage() {
  const { say } = useLanguage();
  const [state, chooseState] = useState<string>();
  const [channel, chooseChannel] = useState<string>();
  return (
    <div className="content stack">
      <h1>{say(MENU_WORDS.outbox)}</h1>
      <div className="row">
        <Select
          aria-label={say(ADMIN_WORDS.status)}
          placeholder={say(ADMIN_WORDS.anyState)}
          allowClear
          style={{ minWidth: 260 }}
          onChange={chooseState}
          options={Object.entries(OUTBOX_STATE_WORDS).map(([value, words]) => ({ value, label: say(words) }))}
        />
        <Select
          aria-label={say(ADMIN_WORDS.channel)}
          placeholder={say(ADMIN_WORDS.anyChannel)}
          allowClear
          style={{ minWidth: 160 }}
          onChange={chooseChannel}
          options={Object.entries(CHANNEL_WORDS).map(([value, words]) => ({ value, label: say(words) }))}
        />
      </div>
      <Card>
        <PagedList endpoint={api.outbox} query={{ state, channel }} empty={ADMIN_WORDS.noMessages}>
          {(items) => <Messages items={items} />}
        </PagedList>
      </Card>
    </div>
  );
}

function Messages({ items }: { readonly items: readonly OutboxMessage[] }) {
  const { say } = useLanguage();
  return (
    <DataTable
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        [ADMIN_WORDS.channel, ({ channelName }) => say(channelName)],
        [ADMIN_WORDS.recipient, ({ person, to }) => [person?.name, to].filter(Boolean).join(' ')],
        [
          ADMIN_WORDS.status,
          ({ stateName, reasonName, status }) =>
            [say(stateName), reasonName && say(reasonName), status].filter(Boolean).join('；'),
        ],
        [ADMIN_WORDS.attempts, ({ attempts }) => attempts],
        [ADMIN_WORDS.createdAt, ({ createdAt }) => <Moment at={createdAt} />],
        [ADMIN_WORDS.sentAt, ({ sentAt }) => sentAt !== null && <Moment at={sentAt} />],
        [ADMIN_WORDS.actions, (message) => <Decide message={message} />],
      ]}
    />
  );
}

function Decide({ message: { id, state, procedureId } }: { readonly message: OutboxMessage }) {
  const { say } = useLanguage();
  return (
    <span className="row">
      <Link to={`/procedures/${procedureId}`}>{say(ADMIN_WORDS.seeProcedure)}</Link>
      {UNDECIDED.includes(state) && (
        <>
          <ActButton endpoint={api.resend} params={{ id }} words={ADMIN_WORDS.resend} />
          <ActButton endpoint={api.giveUp} params={{ id }} words={ADMIN_WORDS.giveUp} />
        </>
      )}
    </span>
  );
}
