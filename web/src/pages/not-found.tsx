import { Link } from 'react-router';
import { SHELL_WORDS } from '../../../src/contract/words/web/shell';
import { useLanguage } from '../language';

export function NotFound() {
  const { say } = useLanguage();
  return (
    <div className="content stack">
      <h1>{say(SHELL_WORDS.notFound)}</h1>
      <Link to="/">{say(SHELL_WORDS.toWorkbench)}</Link>
    </div>
  );
}
