import { App, Button, Form } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { newKey } from '../api/key';
import { Problem } from '../api/problem';
import { FORM_WORDS } from '../../../src/contract/words/web/forms';
import type { Bilingual } from '../../../src/contract/words/bilingual';
import { useLanguage } from '../language';
import { ProblemAlert } from '../parts/problem-alert';
import { useSession } from '../session/session';
import { Fields } from './fields';
import { FormContext, type FormPlace } from './form-context';
import { formMemory } from './memory';
import { fieldsOf, type Field, type JsonSchema } from './schema';
import { beginningOf, bodyOf, labelOf, type Typed } from './values';

interface Props<Answer> extends Partial<FormPlace> {
  /** What the form is made from; `root` is where its references lead. */
  readonly schema: JsonSchema;
  readonly root?: JsonSchema;
  /** Under this name what was typed is kept until it is sent. */
  readonly name: string;
  /** The words on its button: verb and noun. */
  readonly button: Bilingual;
  /** What follows, where it is to be confirmed first. */
  readonly follows?: Bilingual | null;
  /** Fields that are known already: sent along, not asked for. */
  readonly given?: Typed;
  /** What the fields begin with, where it is not nothing. */
  readonly initial?: Typed;
  readonly send: (body: Record<string, unknown>, key: string) => Promise<Answer>;
  readonly onDone: (answer: Answer) => void;
  readonly extra?: ReactNode;
}

/** A form made from a JSON Schema: it keeps what is typed, sends it once, says what is wrong, and begins anew when it is done. */
export function SchemaForm<Answer>(props: Props<Answer>) {
  const [round, setRound] = useState(0);
  const onDone = (answer: Answer) => {
    setRound(round + 1);
    props.onDone(answer);
  };
  return <OneRound key={round} {...props} onDone={onDone} />;
}

function OneRound<Answer>(props: Props<Answer>) {
  const { schema, root = schema, given = {}, button, choices = {}, organisationId } = props;
  const { say, language } = useLanguage();
  const [form] = Form.useForm<Record<string, unknown>>();
  const fields = useMemo(
    () => fieldsOf(schema, root).filter(({ name, kind }) => !(name in given) && kind !== 'fixed'),
    // `given` is written anew by each parent; what is known already does not change while a form is open.
    // oxlint-disable-next-line react/exhaustive-deps
    [schema, root],
  );
  const { memory, problem, isSending, submit } = useSubmission(props, fields);
  const restored = memory.typed();
  const initial = useMemo(
    () => restored ?? { ...beginningOf(fields, (entity) => onlyOf(choices[entity])), ...props.initial },
    // Only what the form begins with.
    // oxlint-disable-next-line react/exhaustive-deps
    [],
  );
  const place = useMemo(() => ({ organisationId, choices }), [organisationId, choices]);
  return (
    <FormContext value={place}>
      <Form
        form={form}
        name={props.name}
        layout="vertical"
        initialValues={initial}
        onValuesChange={(_changed, typed: Typed) => memory.keep(typed)}
        onFinish={(typed: Typed) => void submit(typed)}
      >
        <Fields fields={fields} under={[]} />
        {problem && <ProblemAlert problem={problem} labelOf={(path) => labelOf(fields, path, language)} />}
        <div className="row" style={{ marginTop: 16 }}>
          <Button type="primary" htmlType="submit" loading={isSending}>
            {say(button)}
          </Button>
          {props.extra}
        </div>
      </Form>
    </FormContext>
  );
}

function useSubmission<Answer>(props: Props<Answer>, fields: readonly Field[]) {
  const { name, given = {}, follows = null, button, send, onDone } = props;
  const { say } = useLanguage();
  const { modal, message } = App.useApp();
  const { me } = useSession();
  const memory = useMemo(() => formMemory(sessionStorage, `form/${me.account.id}/${name}`, newKey), [me, name]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSending, setSending] = useState(false);
  const confirmed = async () => {
    if (!follows) return true;
    const content = say(FORM_WORDS.whatFollows) + say(follows);
    return modal.confirm({ title: say(button), content, okText: say(button), cancelText: say(FORM_WORDS.cancel) });
  };
  const submit = async (typed: Typed) => {
    const body = { ...given, ...bodyOf(fields, typed) };
    if (!(await confirmed())) return;
    setSending(true);
    setProblem(null);
    try {
      const answer = await send(body, memory.keyFor(body));
      memory.forget();
      void message.success(say(FORM_WORDS.done));
      onDone(answer);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (!error.isOpen) memory.answered();
      setProblem(error);
    } finally {
      setSending(false);
    }
  };
  return { memory, problem, isSending, submit };
}

function onlyOf(options: FormPlace['choices'][string] | undefined): string | undefined {
  return options?.length === 1 ? options[0]?.value : undefined;
}
