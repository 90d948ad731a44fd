import { Checkbox, Input, InputNumber, Radio, Select } from 'antd';
import type { ReactElement } from 'react';
import type { Bilingual } from '../../../src/contract/words/bilingual';
import { FORM_WORDS } from '../../../src/contract/words/web/forms';
import { DayPicker, MomentPicker } from './dates';
import { EntityPicker } from './entity-picker';
import type { Field } from './schema';

/** So many options are shown at once; more open when they are asked for. */
const SHOWN_AT_ONCE = 6;

/** So many stand side by side. */
const SIDE_BY_SIDE = 3;

/** The control for a field, by its kind alone. It stands directly in a Form.Item, which gives it its value. */
export function controlOf(field: Field, say: (words: Bilingual) => string, isInRow: boolean): ReactElement | null {
  switch (field.kind) {
    case 'text':
      if (field.secret) return <Input.Password autoComplete="new-password" />;
      // Fields that grow with their text measure it with a style that the page's policy keeps out.
      if (field.lines) return <Input.TextArea rows={3} />;
      return <Input autoComplete="off" />;
    case 'number':
      return <InputNumber precision={0} min={field.minimum ?? -Infinity} max={field.maximum ?? Infinity} />;
    case 'flag':
      return (
        <Radio.Group
          aria-label={say(field.label)}
          options={[
            { value: true, label: say(FORM_WORDS.yes) },
            { value: false, label: say(FORM_WORDS.no) },
          ]}
        />
      );
    case 'choice':
      return choiceOf(field, say, isInRow ? 0 : SHOWN_AT_ONCE);
    case 'day':
      return <DayPicker />;
    case 'moment':
      return <MomentPicker />;
    case 'entity':
      return <EntityPicker entity={field.entity} several={field.several} />;
    case 'other':
      return <Input.TextArea placeholder={say(FORM_WORDS.json)} rows={3} />;
    case 'rows':
    case 'group':
    case 'fixed':
      return null;
  }
}

function choiceOf(
  { label: question, options, several, isRequired }: Extract<Field, { kind: 'choice' }>,
  say: (words: Bilingual) => string,
  shownAtOnce: number,
): ReactElement {
  const shown = options.map(({ value, label }) => ({ value, label: say(label) }));
  if (several) return <Checkbox.Group options={shown} />;
  if (options.length > shownAtOnce || !isRequired)
    return <Select allowClear={!isRequired} placeholder={say(FORM_WORDS.choose)} options={shown} />;
  // A label names one input; this is several.
  return <Radio.Group aria-label={say(question)} vertical={options.length > SIDE_BY_SIDE} options={shown} />;
}
