import { Button } from 'antd';
import { useRef, useState, type ChangeEvent } from 'react';
import { call } from '../api/call';
import { api } from '../api/endpoints';
import { newKey } from '../api/key';
import { Problem } from '../api/problem';
import { FORM_WORDS } from '../../../src/contract/words/web/forms';
import { useLanguage } from '../language';
import { ProblemAlert } from '../parts/problem-alert';
import type { Chosen, Controlled } from './controlled';
import { useFormPlace } from './form-context';

/** Uploads a photo or a scan as soon as it is chosen; the form holds its id. */
export function FilePicker({ id, value, onChange }: Controlled<Chosen>) {
  const { say } = useLanguage();
  const { organisationId } = useFormPlace();
  const input = useRef<HTMLInputElement>(null);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const upload = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    if (!file) return;
    setSending(true);
    setProblem(null);
    try {
      onChange?.((await call(api.addFile, { query: { organisationId }, body: file, key: newKey() })).id);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    } finally {
      setSending(false);
      target.value = '';
    }
  };
  return (
    <div className="stack">
      <div className="row">
        <input
          ref={input}
          id={id}
          type="file"
          className="visually-hidden"
          accept="image/jpeg,image/png,application/pdf"
          onChange={(event) => void upload(event)}
        />
        <Button loading={isSending} onClick={() => input.current?.click()}>
          {say(isSending ? FORM_WORDS.uploading : FORM_WORDS.upload)}
        </Button>
        {value ? (
          <>
            <a href={`/api/files/${String(value)}`}>{say(FORM_WORDS.seeFile)}</a>
            <Button onClick={() => onChange?.(undefined)}>{say(FORM_WORDS.removeRow)}</Button>
          </>
        ) : (
          <span className="muted">{say(FORM_WORDS.fileKinds)}</span>
        )}
      </div>
      {problem && <ProblemAlert problem={problem} />}
    </div>
  );
}
