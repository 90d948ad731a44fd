import { App, Button } from 'antd';
import { useState } from 'react';
import type { Bilingual } from '../../../src/contract/words/bilingual';
import { FORM_WORDS } from '../../../src/contract/words/web/forms';
import { call } from '../api/call';
import type { Endpoint } from '../api/endpoints';
import { Problem } from '../api/problem';
import { useRefresh } from '../api/use-answer';
import { useLanguage } from '../language';
import { ProblemAlert } from './problem-alert';

interface Props {
  readonly endpoint: Endpoint<unknown>;
  readonly params: Readonly<Record<string, string>>;
  readonly words: Bilingual;
  readonly follows?: Bilingual;
}

/** Does something that needs no form. */
export function ActButton({ endpoint, params, words, follows }: Props) {
  const { say } = useLanguage();
  const { modal, message } = App.useApp();
  const refresh = useRefresh();
  const [problem, setProblem] = useState<Problem | null>(null);
  const act = async () => {
    const texts = { title: say(words), okText: say(words), cancelText: say(FORM_WORDS.cancel) };
    if (follows && !(await modal.confirm({ ...texts, content: say(FORM_WORDS.whatFollows) + say(follows) }))) return;
    setProblem(null);
    try {
      await call(endpoint, { params });
      void message.success(say(FORM_WORDS.done));
      await refresh();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    }
  };
  return (
    <>
      <Button size="small" onClick={() => void act()}>
        {say(words)}
      </Button>
      {problem && <ProblemAlert problem={problem} />}
    </>
  );
}
