import { Button, Card, Form } from 'antd';
import { FORM_WORDS } from '../../../src/contract/words/web/forms';
import { useLanguage } from '../language';
import { Fields } from './fields';
import { RosterFill } from './roster-fill';
import type { Field } from './schema';

interface Props {
  readonly field: Extract<Field, { kind: 'rows' }>;
  readonly under: readonly (string | number)[];
}

/** A list whose entries have fields of their own. */
export function Rows({ field, under }: Props) {
  const { say } = useLanguage();
  const label = say(field.label);
  const name = [...under, field.name];
  return (
    <Form.List
      name={name}
      rules={[
        {
          validator: (_rule, rows: readonly unknown[] | undefined) =>
            isTooShort(field, rows?.length ?? 0)
              ? Promise.reject(new Error(say(FORM_WORDS.tooFew)))
              : Promise.resolve(),
        },
      ]}
    >
      {(rows, { add, remove }, { errors }) => (
        <Card
          size="small"
          title={`${label}（${rows.length}）`}
          style={{ marginBottom: 24 }}
          role="group"
          aria-label={label}
        >
          {field.hint && <p className="muted">{say(field.hint)}</p>}
          <div className="rows">
            {rows.map(({ key, name: index }) => (
              <div key={key} className="form-row" role="group" aria-label={`${label} ${index + 1}`}>
                <div className="form-row-fields">
                  <Fields fields={field.fields} under={[index]} isInRow />
                </div>
                <Button aria-label={`${say(FORM_WORDS.removeRow)}${label} ${index + 1}`} onClick={() => remove(index)}>
                  {say(FORM_WORDS.removeRow)}
                </Button>
              </div>
            ))}
          </div>
          <Form.ErrorList errors={errors} />
          <div className="row">
            <Button onClick={() => add({})} disabled={field.most !== undefined && rows.length >= field.most}>
              {say(FORM_WORDS.addRow)}
            </Button>
            {field.fromRoster && <RosterFill roster={field.fromRoster} path={name} label={label} />}
          </div>
        </Card>
      )}
    </Form.List>
  );
}

/** A list that may be left out needs its entries only once there are any. */
function isTooShort({ isRequired, fewest }: Field, rows: number): boolean {
  return rows < fewest && (isRequired || rows > 0);
}
