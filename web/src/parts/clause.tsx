import { citation } from '../../../src/contract/words/documents';
import { useLanguage } from '../language';

/** A clause by its number in the catalogue; whoever points at it reads which regulation that is. */
export function Clause({ id }: { readonly id: string }) {
  const { say } = useLanguage();
  return <abbr title={say(citation(id as Parameters<typeof citation>[0]))}>{id}</abbr>;
}
