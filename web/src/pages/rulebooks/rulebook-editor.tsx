import { Button, Checkbox, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { ADMIN_WORDS } from '../../../../src/contract/words/web/administration';
import { FORM_WORDS } from '../../../../src/contract/words/web/forms';
import { call } from '../../api/call';
import { api } from '../../api/endpoints';
import { newKey } from '../../api/key';
import { Problem } from '../../api/problem';
import type { RulebookInForce, RulebookVersion } from '../../api/types';
import { useRefresh } from '../../api/use-answer';
import { DayPicker } from '../../form/dates';
import { formMemory } from '../../form/memory';
import { useLanguage } from '../../language';
import { ProblemAlert } from '../../parts/problem-alert';
import { useSession } from '../../session/session';
import { withdrawn } from './values';
import { Clause } from '../../parts/clause';

type ValueInForce = RulebookInForce['values'][number];

interface Props {
  readonly organisationId: string;
  readonly values: readonly ValueInForce[];
  readonly latest: RulebookVersion | undefined;
}

interface Typed {
  readonly effectiveOn: string;
  readonly note: string;
  /** By key; those that are not ticked count for nothing. */
  readonly own: readonly { readonly isSet: boolean; readonly value: ValueInForce['value'] }[];
}

/** The next version of an organisation's rulebook: the whole text, beginning with the last one. */
export function RulebookEditor({ organisationId, values, latest }: Props) {
  const { say } = useLanguage();
  const { me } = useSession();
  const refresh = useRefresh();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSending, setSending] = useState(false);
  const memory = formMemory(sessionStorage, `form/${me.account.id}/rulebook/${organisationId}`, newKey);
  const before = latest?.values ?? {};
  const send = async ({ effectiveOn, note, own }: Typed) => {
    const set = Object.fromEntries(
      values.flatMap(({ key }, index) => (own[index]?.isSet ? [[key, own[index].value]] : [])),
    );
    const body = { organisationId, effectiveOn, note, values: set, withdraws: withdrawn(Object.keys(before), set) };
    setSending(true);
    setProblem(null);
    try {
      await call(api.setRulebook, { body, key: memory.keyFor(body) });
      memory.forget();
      await refresh(api.rulebook.path);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (!error.isOpen) memory.answered();
      setProblem(error);
    } finally {
      setSending(false);
    }
  };
  const initial = values.map(({ key, value }) => ({ isSet: key in before, value: before[key] ?? value }));
  const required = [{ required: true, message: say(FORM_WORDS.required) }];
  return (
    <Form<Typed>
      layout="vertical"
      name={`rulebook-${organisationId}`}
      initialValues={memory.typed() ?? { own: initial }}
      onValuesChange={(_changed, typed: Typed) => memory.keep({ ...typed })}
      onFinish={(typed) => void send(typed)}
    >
      <p className="muted">{say(ADMIN_WORDS.rulebookHint)}</p>
      {values.map((parameter, index) => (
        <OneParameter key={parameter.key} parameter={parameter} index={index} />
      ))}
      <Form.Item name="effectiveOn" label={say(ADMIN_WORDS.effectiveOn)} rules={required}>
        <DayPicker />
      </Form.Item>
      <Form.Item name="note" label={say(ADMIN_WORDS.basis)} rules={required}>
        <Input />
      </Form.Item>
      {problem && <ProblemAlert problem={problem} />}
      <Button type="primary" htmlType="submit" loading={isSending}>
        {say(ADMIN_WORDS.newRulebook)}
      </Button>
    </Form>
  );
}

function OneParameter({ parameter, index }: { readonly parameter: ValueInForce; readonly index: number }) {
  const { say } = useLanguage();
  const { name, clause, value } = parameter;
  const isSet = Form.useWatch<boolean | undefined>(['own', index, 'isSet']) === true;
  return (
    <fieldset className="parameter">
      <legend>
        {say(name)} <span className="muted">{clause !== null && <Clause id={clause} />}</span>
      </legend>
      <div className="row">
        <Form.Item name={['own', index, 'isSet']} valuePropName="checked" noStyle>
          <Checkbox>{say(ADMIN_WORDS.ownValue)}</Checkbox>
        </Form.Item>
        {typeof value === 'number' ? (
          <Form.Item name={['own', index, 'value']} noStyle>
            <InputNumber aria-label={say(name)} precision={0} disabled={!isSet} />
          </Form.Item>
        ) : (
          <Share index={index} isSet={isSet} />
        )}
      </div>
    </fieldset>
  );
}

function Share({ index, isSet }: { readonly index: number; readonly isSet: boolean }) {
  const { say } = useLanguage();
  return (
    <>
      <Form.Item name={['own', index, 'value', 'numerator']} noStyle>
        <InputNumber aria-label={say(ADMIN_WORDS.numerator)} precision={0} min={0} disabled={!isSet} />
      </Form.Item>
      /
      <Form.Item name={['own', index, 'value', 'denominator']} noStyle>
        <InputNumber aria-label={say(ADMIN_WORDS.denominator)} precision={0} min={1} disabled={!isSet} />
      </Form.Item>
      <Form.Item name={['own', index, 'value', 'strict']} valuePropName="checked" noStyle>
        <Checkbox disabled={!isSet}>{say(ADMIN_WORDS.strict)}</Checkbox>
      </Form.Item>
    </>
  );
}
