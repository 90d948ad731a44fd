import { MENU_WORDS } from '../../../../src/contract/words/web/shell';
import { useLanguage } from '../../language';

/** What is to be done now. */
export function Workbench() {
  const { say } = useLanguage();
  return (
    <div className="content stack">
      <h1>{say(MENU_WORDS.workbench)}</h1>
    </div>
  );
}
