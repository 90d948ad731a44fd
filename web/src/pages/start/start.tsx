import { Card, Form, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { WORK_WORDS } from '../../../../src/contract/words/web/work';
import { call } from '../../api/call';
import { api } from '../../api/endpoints';
import type { Kinds } from '../../api/types';
import { useAnswer, useRefresh } from '../../api/use-answer';
import type { JsonSchema } from '../../form/schema';
import { SchemaForm } from '../../form/schema-form';
import { useLanguage } from '../../language';
import { Answered } from '../../parts/answered';
import { useSession } from '../../session/session';

/** Starts a procedure of any kind there is, with the form that the kind brings along. */
export function StartPage() {
  const { say } = useLanguage();
  const kinds = useAnswer(api.kinds);
  return (
    <div className="content stack narrow">
      <h1>{say(WORK_WORDS.start)}</h1>
      <Answered of={kinds}>
        {({ items }) => <Start kinds={items.filter(({ beginning }) => beginning !== null)} />}
      </Answered>
    </div>
  );
}

function Start({ kinds }: { readonly kinds: Kinds['items'] }) {
  const { say } = useLanguage();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const places = usePlaces();
  const [kind = kinds[0]?.kind, chooseKind] = useState<string>();
  const [chosenPlace, choosePlace] = useState<string>();
  const organisationId = chosenPlace ?? places[0]?.value;
  const chosen = kinds.find((one) => one.kind === kind);
  return (
    <>
      <Card>
        <Form layout="vertical" className="row" component="div">
          <Form.Item label={say(WORK_WORDS.kind)} htmlFor="start-kind">
            <Select
              id="start-kind"
              style={{ minWidth: 200 }}
              value={kind ?? null}
              onChange={chooseKind}
              options={kinds.map((one) => ({ value: one.kind, label: say(one.name) }))}
            />
          </Form.Item>
          <Form.Item label={say(WORK_WORDS.organisation)} htmlFor="start-organisation">
            <Select
              id="start-organisation"
              style={{ minWidth: 240 }}
              value={organisationId ?? null}
              onChange={choosePlace}
              options={places}
            />
          </Form.Item>
        </Form>
      </Card>
      {chosen && organisationId !== undefined ? (
        <Card>
          <SchemaForm
            key={`${chosen.kind}/${organisationId}`}
            name={`start/${chosen.kind}/${organisationId}`}
            schema={chosen.beginning as JsonSchema}
            organisationId={organisationId}
            given={{ kind: chosen.kind, organisationId }}
            button={WORK_WORDS.start}
            send={(body, key) => call(api.start, { body, key })}
            onDone={({ id }) => {
              void refresh(api.procedures.path, api.deadlines.path);
              void navigate(`/procedures/${id}`);
            }}
          />
        </Card>
      ) : (
        <p>{say(WORK_WORDS.chooseKind)}</p>
      )}
    </>
  );
}

/** Where the one who looks may start something. */
function usePlaces() {
  const { language } = useLanguage();
  const { placesFor } = useSession();
  const { data } = useAnswer(api.organisations);
  const paths = placesFor('procedures.start').map(({ path }) => path);
  return (data?.items ?? [])
    .filter(({ path }) => paths.some((above) => path.startsWith(above)))
    .map(({ id, name, nameEn }) => ({ value: id, label: language === 'zh' ? name : nameEn }));
}
