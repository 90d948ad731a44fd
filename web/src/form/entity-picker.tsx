import { Input, Select } from 'antd';
import { api } from '../api/endpoints';
import type { AgendaItem } from '../api/types';
import { useAnswer } from '../api/use-answer';
import { FORM_WORDS } from '../../../src/contract/words/web/forms';
import { useLanguage } from '../language';
import type { Chosen, Controlled } from './controlled';
import { FilePicker } from './file-picker';
import { useFormPlace } from './form-context';
import { PersonPicker } from './person-picker';
import type { Option } from './schema';

interface Props extends Controlled<Chosen> {
  readonly entity: string;
  readonly several: boolean;
}

/**
 * Chooses what an id names: among what the procedure offers, else from the lists that the API has for everybody. What neither knows is typed as
 * its id.
 */
export function EntityPicker({ entity, ...rest }: Props) {
  const { choices } = useFormPlace();
  const offered = choices[entity];
  if (offered) return <OfferedPicker options={offered} {...rest} />;
  const Picker = PICKERS[entity];
  if (Picker) return <Picker {...rest} />;
  const { id, value, onChange } = rest;
  return <Input {...(id !== undefined && { id })} value={value} onChange={({ target }) => onChange?.(target.value)} />;
}

type PickerProps = Omit<Props, 'entity'>;

function OfferedPicker({ options, several, ...controlled }: PickerProps & { readonly options: readonly Option[] }) {
  const { say } = useLanguage();
  return (
    <Select
      {...(several && { mode: 'multiple' as const })}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={say(FORM_WORDS.choose)}
      notFoundContent={say(FORM_WORDS.nothingToChoose)}
      options={options.map(({ value, label }) => ({ value, label: say(label) }))}
      {...controlled}
    />
  );
}

function OrganisationPicker(props: PickerProps) {
  const { data } = useAnswer(api.organisations);
  const options = (data?.items ?? []).map(({ id, name, nameEn, path }) => {
    const indent = '\u3000'.repeat(path.split('/').length - 3);
    return { value: id, label: { zh: indent + name, en: indent + nameEn } };
  });
  return <OfferedPicker options={options} {...props} />;
}

/** Items that wait for a council, or for the Party Working Committee, of the organisation. */
const agendaItemPicker = (body: AgendaItem['body']) =>
  function AgendaItemPicker(props: PickerProps) {
    const { organisationId } = useFormPlace();
    const query = { body, status: 'open', organisationId };
    const { data } = useAnswer(api.agenda, { query }, { when: organisationId !== undefined });
    const options = (data?.items ?? []).map(({ id, title }) => ({ value: id, label: { zh: title, en: title } }));
    return <OfferedPicker options={options} {...props} />;
  };

/** What the API's common entities are chosen with. */
const PICKERS: Readonly<Record<string, (props: PickerProps) => React.ReactNode>> = {
  person: PersonPicker,
  organisation: OrganisationPicker,
  file: FilePicker,
  'agenda-item': agendaItemPicker('council'),
  'pwc-agenda-item': agendaItemPicker('pwc'),
};
