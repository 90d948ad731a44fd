import { Button, Card, Form } from 'antd';
import { FORM_WORDS } from '../../../src/contract/words/web/forms';
import { useLanguage } from '../language';
import { controlOf } from './control';
import { Rows } from './rows';
import type { Field } from './schema';

type Path = readonly (string | number)[];

interface Props {
  readonly fields: readonly Field[];
  /** Where they stand in the whole form. */
  readonly under: Path;
  /** One row of a list has less room. */
  readonly isInRow?: boolean;
}

/** The fields of a form or of a part of it. */
export function Fields({ fields, under, isInRow = false }: Props) {
  return fields.map((field) => <One key={field.name} field={field} under={under} isInRow={isInRow} />);
}

interface OneProps {
  readonly field: Field;
  readonly under: Path;
  readonly isInRow: boolean;
}

function One({ field, under, isInRow }: OneProps) {
  if (field.kind === 'fixed') return null;
  if (field.kind === 'group') return <Group field={field} under={under} />;
  if (field.kind === 'rows') return <Rows field={field} under={under} />;
  return <Simple field={field} under={under} isInRow={isInRow} />;
}

function Simple({ field, under, isInRow }: OneProps) {
  const { say } = useLanguage();
  const isList = 'several' in field && field.several;
  const message = say(field.kind === 'text' ? FORM_WORDS.required : FORM_WORDS.chooseOne);
  const rules = [
    ...(field.isRequired ? [{ required: true, message, ...(field.kind === 'text' && { whitespace: true }) }] : []),
    ...(isList && field.fewest > 0
      ? [{ type: 'array' as const, min: field.fewest, message: say(FORM_WORDS.tooFew) }]
      : []),
    ...(field.kind === 'other' ? [{ validator: isJson(say(FORM_WORDS.notJson)) }] : []),
  ];
  return (
    <Form.Item
      name={[...under, field.name]}
      label={say(field.label)}
      rules={rules}
      {...(field.hint && { extra: say(field.hint) })}
    >
      {controlOf(field, say, isInRow)}
    </Form.Item>
  );
}

function isJson(message: string) {
  return (_rule: unknown, typed: unknown) => {
    if (typeof typed !== 'string' || typed.trim() === '') return Promise.resolve();
    try {
      JSON.parse(typed);
      return Promise.resolve();
    } catch {
      return Promise.reject(new Error(message));
    }
  };
}

interface GroupProps {
  readonly field: Extract<Field, { kind: 'group' }>;
  readonly under: Path;
}

/** Fields that belong together; a part that may be left out is opened by whoever needs it. */
function Group({ field, under }: GroupProps) {
  const { say } = useLanguage();
  const form = Form.useFormInstance();
  const name = [...under, field.name];
  const value: unknown = Form.useWatch(name, { form, preserve: true });
  const isOpen = field.isRequired || value !== undefined;
  const toggle = (
    <Button size="small" onClick={() => form.setFieldValue(name, isOpen ? undefined : {})}>
      {say(isOpen ? FORM_WORDS.leaveOut : FORM_WORDS.fillIn)}
    </Button>
  );
  return (
    <Card
      size="small"
      title={say(field.label)}
      extra={field.isRequired ? null : toggle}
      style={{ marginBottom: 24 }}
      role="group"
      aria-label={say(field.label)}
      styles={isOpen ? {} : { body: { display: 'none' } }}
    >
      {isOpen && field.hint && <p className="muted">{say(field.hint)}</p>}
      {isOpen && <Fields fields={field.fields} under={name} />}
    </Card>
  );
}
