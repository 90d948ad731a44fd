import { Select } from 'antd';
import { useSearchParams } from 'react-router';
import { ADMIN_WORDS } from '../../../src/contract/words/web/administration';
import { api } from '../api/endpoints';
import { useAnswer } from '../api/use-answer';
import { useLanguage } from '../language';
import { useSession, type Capability } from '../session/session';

/** The organisation that a page is about, as its address says; by default the topmost where one holds the capability. */
export function useOrganisation(capability: Capability) {
  const [params, setParams] = useSearchParams();
  const { placesFor } = useSession();
  const { data } = useAnswer(api.organisations);
  const paths = placesFor(capability).map(({ path }) => path);
  const open = (data?.items ?? []).filter(({ path }) => paths.some((above) => path.startsWith(above)));
  const id = params.get('organisation') ?? open[0]?.id;
  return { id, open, choose: (chosen: string) => setParams({ organisation: chosen }) };
}

/** Chooses among the organisations where one holds the capability. */
export function OrganisationSelect({ capability }: { readonly capability: Capability }) {
  const { say, language } = useLanguage();
  const { id, open, choose } = useOrganisation(capability);
  return (
    <Select
      aria-label={say(ADMIN_WORDS.organisation)}
      style={{ minWidth: 240 }}
      value={id ?? null}
      onChange={choose}
      showSearch={{ optionFilterProp: 'label' }}
      options={open.map(({ id: value, name, nameEn }) => ({ value, label: language === 'zh' ? name : nameEn }))}
    />
  );
}
