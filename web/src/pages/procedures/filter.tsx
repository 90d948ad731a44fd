import { Checkbox, Input, Select } from 'antd';
import { useSearchParams } from 'react-router';
import type { Bilingual } from '../../../../src/contract/words/bilingual';
import { STATUS_WORDS, WORK_WORDS } from '../../../../src/contract/words/web/work';
import { api } from '../../api/endpoints';
import { useAnswer } from '../../api/use-answer';
import { useLanguage } from '../../language';

const NAMES = ['q', 'kind', 'stage', 'organisation', 'status', 'overdue'] as const;
type Name = (typeof NAMES)[number];

/** What is looked for, as the address of the page says: a search can be kept and passed on. */
export function useFilter() {
  const [params, setParams] = useSearchParams();
  const query = Object.fromEntries(NAMES.map((name) => [name, params.get(name) ?? undefined]));
  const change = (name: Name, value: string | undefined) =>
    setParams((before) => {
      const next = new URLSearchParams(before);
      if (value) next.set(name, value);
      else next.delete(name);
      return next;
    });
  return { query: query as Readonly<Partial<Record<Name, string>>>, change };
}

/** The fields to search by. */
export function Filter() {
  const { say, language } = useLanguage();
  const { query, change } = useFilter();
  const { data: kinds } = useAnswer(api.kinds);
  const { data: organisations } = useAnswer(api.organisations);
  const stages = (kinds?.items ?? [])
    .filter(({ kind }) => !query.kind || kind === query.kind)
    .flatMap((one) => one.stages);
  return (
    <search className="row">
      <Input.Search
        aria-label={say(WORK_WORDS.search)}
        placeholder={say(WORK_WORDS.search)}
        defaultValue={query.q ?? ''}
        allowClear
        style={{ width: 240 }}
        onSearch={(text) => change('q', text.trim())}
      />
      <Choice
        name="kind"
        label={WORK_WORDS.kind}
        options={(kinds?.items ?? []).map(({ kind, name }) => [kind, say(name)])}
      />
      <Choice name="stage" label={WORK_WORDS.stage} options={stages.map(({ stage, name }) => [stage, say(name)])} />
      <Choice
        name="organisation"
        label={WORK_WORDS.organisation}
        options={(organisations?.items ?? []).map(({ id, name, nameEn }) => [id, language === 'zh' ? name : nameEn])}
      />
      <Choice
        name="status"
        label={WORK_WORDS.status}
        options={Object.entries(STATUS_WORDS).map(([status, words]) => [status, say(words)])}
      />
      <Checkbox
        checked={query.overdue === 'true'}
        onChange={({ target }) => change('overdue', target.checked ? 'true' : undefined)}
      >
        {say(WORK_WORDS.onlyOverdue)}
      </Checkbox>
    </search>
  );
}

interface ChoiceProps {
  readonly name: Name;
  readonly label: Bilingual;
  readonly options: readonly (readonly [string, string])[];
}

function Choice({ name, label, options }: ChoiceProps) {
  const { say } = useLanguage();
  const { query, change } = useFilter();
  return (
    <Select
      aria-label={say(label)}
      placeholder={say(label)}
      value={query[name] ?? null}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      style={{ minWidth: 150 }}
      onChange={(value: string | undefined) => change(name, value)}
      options={options.map(([value, shown]) => ({ value, label: shown }))}
    />
  );
}
