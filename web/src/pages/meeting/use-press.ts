import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useRef, useState } from 'react';
import { call } from '../../api/call';
import { api } from '../../api/endpoints';
import { newKey } from '../../api/key';
import { Problem } from '../../api/problem';
import { useLanguage } from '../../language';
import type { Press } from './presses';

interface Pressing {
  press(press: Press): Promise<void>;
  /** What is under way. */
  readonly busy: Press | null;
  readonly problem: Problem | null;
}

/** Does what a press says, once: a press of the same button whose answer was lost sends the same key again. */
export function usePress(procedureId: string): Pressing {
  const { say } = useLanguage();
  const { modal } = App.useApp();
  const client = useQueryClient();
  const keys = useRef(new Map<string, string>());
  const [busy, setBusy] = useState<Press | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const press = async (wanted: Press) => {
    const { action: name, body, title, follows } = wanted;
    if (follows && !(await modal.confirm({ title: say(title), content: say(follows), okText: say(title) }))) return;
    const what = JSON.stringify([name, body]);
    const key = keys.current.get(what) ?? newKey();
    keys.current.set(what, key);
    setBusy(wanted);
    setProblem(null);
    try {
      await call(api.act, { params: { id: procedureId, name }, body, key });
      keys.current.delete(what);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (!error.isOpen) keys.current.delete(what);
      setProblem(error);
    } finally {
      setBusy(null);
      await client.invalidateQueries({
        predicate: ({ queryKey: [, params] }) => (params as { id?: string } | undefined)?.id === procedureId,
      });
    }
  };
  return { press, busy, problem };
}
