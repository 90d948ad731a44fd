import { Button } from 'antd';
import { useMemo } from 'react';
import { PROCEDURE_WORDS } from '../../../../src/contract/words/web/procedure';
import { call } from '../../api/call';
import { api } from '../../api/endpoints';
import type { Action, Actions, Procedure } from '../../api/types';
import { useRefresh } from '../../api/use-answer';
import type { JsonSchema } from '../../form/schema';
import { SchemaForm } from '../../form/schema-form';
import { useLanguage } from '../../language';
import { wordsOf } from '../../parts/shown';

interface Props {
  readonly action: Action;
  readonly offer: Actions;
  readonly procedure: Procedure;
  readonly onClose: () => void;
  readonly onDone: (version: number) => void;
}

/** The form of an action, made from its schema, and what it chooses among. */
export function ActionForm({ action, offer, procedure: { id, organisationId }, onClose, onDone }: Props) {
  const { say } = useLanguage();
  const refresh = useRefresh();
  const choices = useMemo(() => choicesOf(offer), [offer]);
  const { name, title, schema, follows } = action;
  return (
    <SchemaForm
      name={`${id}/${name}`}
      schema={schema as JsonSchema}
      choices={choices}
      organisationId={organisationId}
      button={title}
      follows={follows}
      send={(body, key) => call(api.act, { params: { id, name }, body, key })}
      onDone={({ version }) => {
        onDone(version);
        void refresh(api.procedures.path, api.deadlines.path, api.notifications.path);
      }}
      extra={<Button onClick={onClose}>{say(PROCEDURE_WORDS.close)}</Button>}
    />
  );
}

function choicesOf({ choices, people }: Actions) {
  return Object.fromEntries(
    Object.entries(choices).map(([entity, options]) => [
      entity,
      options.map(({ value, label }) => ({ value, label: wordsOf(label, people) })),
    ]),
  );
}
