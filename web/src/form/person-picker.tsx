import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { api } from '../api/endpoints';
import { useAnswer } from '../api/use-answer';
import { FORM_WORDS } from '../../../src/contract/words/web/forms';
import { useLanguage } from '../language';
import { useSession } from '../session/session';
import type { Chosen, Controlled } from './controlled';
import { useFormPlace } from './form-context';

interface Props extends Controlled<Chosen> {
  readonly several: boolean;
}

/** Names that any list has shown: one that was chosen keeps its name when another is looked for. */
const KNOWN = new Map<string, string>();

/** People by name: of the organisation and wherever else, above it too, the one who looks may read them. */
export function PersonPicker({ several, ...controlled }: Props) {
  const { say } = useLanguage();
  const organisationId = useWidestPlace();
  const { data: organisations } = useAnswer(api.organisations);
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim()) || undefined;
  const { data, isFetching } = useAnswer(
    api.people,
    { query: { organisationId, q } },
    { when: organisationId !== undefined, lasting: true },
  );
  for (const { id, name } of data?.items ?? []) KNOWN.set(id, name);
  const placeOf = (id: string) => {
    const place = organisations?.items.find((one) => one.id === id);
    return place ? say({ zh: place.name, en: place.nameEn }) : '';
  };
  const found = (data?.items ?? []).map((person) => {
    return { value: person.id, label: person.name, place: placeOf(person.organisationId) };
  });
  const chosen = ([controlled.value ?? []].flat() as string[])
    .filter((id) => !found.some(({ value }) => value === id))
    .map((id) => ({ value: id, label: KNOWN.get(id) ?? id, place: '' }));
  return (
    <Select
      {...(several && { mode: 'multiple' as const })}
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={isFetching}
      placeholder={say(FORM_WORDS.searchPerson)}
      notFoundContent={say(FORM_WORDS.nobody)}
      // Two may bear one name.
      optionRender={({ label, data: { place } }) => (
        <>
          {label} <small>{place}</small>
        </>
      )}
      options={[...found, ...(typed === '' ? chosen : [])]}
      style={{ minWidth: 180 }}
      {...controlled}
    />
  );
}

/** The topmost organisation in which people may be read and which holds the form's own; else the latter. */
function useWidestPlace(): string | undefined {
  const { organisationId } = useFormPlace();
  const { placesFor } = useSession();
  const { data } = useAnswer(api.organisations);
  const path = data?.items.find(({ id }) => id === organisationId)?.path ?? '';
  const places = placesFor('people.read');
  return (
    (places.find((place) => path.startsWith(place.path)) ?? (organisationId === undefined ? places[0] : undefined))
      ?.id ?? organisationId
  );
}
