import { Alert, Button } from 'antd';
import { useRef, useState, type ChangeEvent } from 'react';
import { ADMIN_WORDS } from '../../../../src/contract/words/web/administration';
import { call } from '../../api/call';
import { api } from '../../api/endpoints';
import { newKey } from '../../api/key';
import { Problem } from '../../api/problem';
import type { CalendarChange } from '../../api/types';
import { useRefresh } from '../../api/use-answer';
import { useLanguage } from '../../language';
import { ProblemAlert } from '../../parts/problem-alert';

interface Table {
  readonly version?: unknown;
  readonly years?: readonly unknown[];
  readonly days?: readonly unknown[];
}

/** A whole holiday table from a file: shown first, then imported under one key however often it is sent. */
export function CalendarImport() {
  const { say } = useLanguage();
  const refresh = useRefresh();
  const input = useRef<HTMLInputElement>(null);
  const [chosen, choose] = useState<{ table: Table; key: string } | null>(null);
  const [isUnreadable, setUnreadable] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [done, setDone] = useState<CalendarChange | null>(null);
  const read = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    if (!file) return;
    const table = parsed(await file.text());
    choose(table && { table, key: newKey() });
    setUnreadable(table === null);
    setProblem(null);
    setDone(null);
    target.value = '';
  };
  const send = async ({ table, key }: NonNullable<typeof chosen>) => {
    try {
      setDone(await call(api.importCalendar, { body: table, key }));
      choose(null);
      await refresh();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (!error.isOpen) choose({ table, key: newKey() });
      setProblem(error);
    }
  };
  return (
    <div className="stack">
      <p className="muted">{say(ADMIN_WORDS.importHint)}</p>
      <div className="row">
        <input
          ref={input}
          type="file"
          accept="application/json,.json"
          aria-label={say(ADMIN_WORDS.chooseFile)}
          className="visually-hidden"
          tabIndex={-1}
          onChange={(event) => void read(event)}
        />
        <Button onClick={() => input.current?.click()}>{say(ADMIN_WORDS.chooseFile)}</Button>
        {chosen && (
          <>
            <span>
              {String(chosen.table.version)}：{chosen.table.years?.join('、')}，{chosen.table.days?.length}{' '}
              {say(ADMIN_WORDS.daysInFile)}
            </span>
            <Button type="primary" onClick={() => void send(chosen)}>
              {say(ADMIN_WORDS.importCalendar)}
            </Button>
          </>
        )}
      </div>
      {isUnreadable && <Alert role="alert" type="error" title={say(ADMIN_WORDS.notATable)} />}
      {problem && <ProblemAlert problem={problem} />}
      {done && <Alert role="status" type="success" title={`${say(ADMIN_WORDS.moved)} ${done.procedures}`} />}
    </div>
  );
}

function parsed(text: string): Table | null {
  try {
    const table: unknown = JSON.parse(text);
    return typeof table === 'object' && table !== null ? table : null;
  } catch {
    return null;
  }
}
