import { api } from '../api/endpoints';
import { useAnswer } from '../api/use-answer';
import { useLanguage } from '../language';

/** What an organisation is called. */
export function OrganisationName({ id }: { readonly id: string }) {
  const { language } = useLanguage();
  const { data } = useAnswer(api.organisations);
  const found = data?.items.find((one) => one.id === id);
  return found ? (language === 'zh' ? found.name : found.nameEn) : null;
}
