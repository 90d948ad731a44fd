import { Button, Form, Select } from 'antd';
import { useState } from 'react';
import { call } from '../api/call';
import { api } from '../api/endpoints';
import { useAnswer } from '../api/use-answer';
import { FORM_WORDS } from '../../../src/contract/words/web/forms';
import { useLanguage } from '../language';
import { useFormPlace } from './form-context';
import type { JsonSchema } from './schema';

interface Props {
  readonly roster: NonNullable<JsonSchema['fromRoster']>;
  readonly path: readonly (string | number)[];
  readonly label: string;
}

/** Takes everybody on a roster into a list of people, each with their position. Whoever is in it already stays as they are. */
export function RosterFill({ roster, path, label }: Props) {
  const { say } = useLanguage();
  const form = Form.useFormInstance();
  const { organisationId } = useFormPlace();
  const query = organisationId === undefined ? {} : { organisationId };
  const { data } = useAnswer(api.bodies, { query }, { when: organisationId !== undefined });
  const [chosen, choose] = useState<string>();
  const bodyId = chosen ?? data?.items[0]?.id;
  const fill = async (id: string) => {
    const { items } = await call(api.members, { params: { id } });
    const rows = ((form.getFieldValue([...path]) ?? []) as Record<string, unknown>[]).filter(
      (row) => row?.[roster.person],
    );
    const known = new Set(rows.map((row) => row[roster.person]));
    const added = items
      .filter(({ personId }) => !known.has(personId))
      .map(({ personId, position }) => ({ [roster.person]: personId, [roster.position]: position }));
    form.setFieldValue([...path], [...rows, ...added]);
  };
  if (!data?.items.length) return null;
  return (
    <>
      <Select
        aria-label={`${label} ${say(FORM_WORDS.roster)}`}
        style={{ minWidth: 220 }}
        value={bodyId ?? null}
        onChange={choose}
        options={data.items.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Button disabled={bodyId === undefined} onClick={() => bodyId !== undefined && void fill(bodyId)}>
        {say(FORM_WORDS.addRoster)}
      </Button>
    </>
  );
}
