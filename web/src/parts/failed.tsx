import { Button } from 'antd';
import type { Problem } from '../api/problem';
import { SHELL_WORDS } from '../../../src/contract/words/web/shell';
import { useLanguage } from '../language';
import { ProblemAlert } from './problem-alert';

/** In the place of what could not be read. */
export function Failed({ problem, retry }: { readonly problem: Problem; readonly retry: () => void }) {
  const { say } = useLanguage();
  return (
    <div className="content stack">
      <ProblemAlert problem={problem} />
      <div>
        <Button onClick={retry}>{say(SHELL_WORDS.retry)}</Button>
      </div>
    </div>
  );
}
