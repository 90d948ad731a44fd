import { ADMIN_WORDS } from '../../../src/contract/words/web/administration';
import { useLanguage } from '../language';

/** From a day to a day, or without end. */
export function Term({ of: { validFrom, validTo } }: { readonly of: { validFrom: string; validTo: string | null } }) {
  const { say } = useLanguage();
  return (
    <>
      {validFrom} – {validTo ?? say(ADMIN_WORDS.openEnd)}
    </>
  );
}
