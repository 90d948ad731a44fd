import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { Bilingual } from '../../../src/contract/words/bilingual';
import { call } from '../api/call';
import type { Endpoint } from '../api/endpoints';
import { openApi } from '../api/open-api';
import { useAnswer, useRefresh } from '../api/use-answer';
import { useLanguage } from '../language';
import { Answered } from '../parts/answered';
import { SchemaForm } from './schema-form';
import type { JsonSchema } from './schema';
import type { Typed } from './values';

export interface ApiFormProps<Answer> {
  readonly endpoint: Endpoint<Answer>;
  readonly params?: Readonly<Record<string, string>>;
  readonly button: Bilingual;
  readonly follows?: Bilingual;
  readonly given?: Typed;
  readonly initial?: Typed;
  readonly organisationId?: string;
  readonly onDone?: (answer: Answer) => void;
}

/** The form of one way into the API, made from the API's own document. */
export function ApiForm<Answer>(props: ApiFormProps<Answer>) {
  const document = useAnswer(openApi, {}, { kept: true });
  return <Answered of={document}>{(root) => <Loaded root={root} {...props} />}</Answered>;
}

interface Document extends JsonSchema {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> };
}

function Loaded<Answer>({ root, ...props }: ApiFormProps<Answer> & { readonly root: object }) {
  const { endpoint, params = {}, button, onDone } = props;
  const refresh = useRefresh();
  const document = root as Document;
  const schema = document.paths[endpoint.path]?.[endpoint.method]?.requestBody?.content['application/json']?.schema;
  return (
    <SchemaForm
      schema={schema ?? {}}
      root={document}
      name={`${endpoint.method} ${endpoint.path} ${Object.values(params).join(' ')}`}
      button={button}
      follows={props.follows ?? null}
      {...(props.given && { given: props.given })}
      {...(props.initial && { initial: props.initial })}
      {...(props.organisationId !== undefined && { organisationId: props.organisationId })}
      send={(body, key) => call(endpoint, { params, body, key })}
      onDone={(answer) => {
        void refresh();
        onDone?.(answer);
      }}
    />
  );
}

/** The same form behind a button, in a dialog. */
export function ApiFormButton<Answer>(props: ApiFormProps<Answer> & { readonly isSmall?: boolean }) {
  const { say } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const { button, onDone, isSmall = false } = props;
  const title = say(button);
  return (
    <>
      <Button size={isSmall ? 'small' : 'middle'} onClick={() => setOpen(true)}>
        {title}
      </Button>
      <Modal open={isOpen} title={title} footer={null} destroyOnHidden onCancel={() => setOpen(false)}>
        <ApiForm
          {...props}
          onDone={(answer) => {
            setOpen(false);
            onDone?.(answer);
          }}
        />
      </Modal>
    </>
  );
}
