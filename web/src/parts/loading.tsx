import { Spin } from 'antd';
import { SHELL_WORDS } from '../../../src/contract/words/web/shell';
import { useLanguage } from '../language';

/** Shown while the first answer is on its way. */
export function Loading() {
  const { say } = useLanguage();
  return (
    <output className="content">
      <Spin /> <span className="muted">{say(SHELL_WORDS.loading)}</span>
    </output>
  );
}
