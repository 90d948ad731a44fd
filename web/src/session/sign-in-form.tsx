import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { call } from '../api/call';
import { api } from '../api/endpoints';
import { Problem } from '../api/problem';
import type { Credentials, Me } from '../api/types';
import { useLanguage } from '../language';
import { ProblemAlert } from '../parts/problem-alert';
import { SIGN_IN_WORDS } from '../../../src/contract/words/web/sign-in';

interface Props {
  readonly onSignedIn: (me: Me) => void;
  /** When it must be the same person again. */
  readonly username?: string;
}

/** Username and password. */
export function SignInForm({ onSignedIn, username }: Props) {
  const { say } = useLanguage();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSending, setSending] = useState(false);
  const submit = async (credentials: Credentials) => {
    setSending(true);
    setProblem(null);
    try {
      onSignedIn(
        await call(api.signIn, {
          body: { ...credentials, username: username ?? credentials.username.trim() },
          evenSignedOut: true,
        }),
      );
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    } finally {
      setSending(false);
    }
  };
  const rules = [{ required: true, message: say(SIGN_IN_WORDS.required) }];
  return (
    <Form layout="vertical" requiredMark={false} onFinish={(given: Credentials) => void submit(given)}>
      {problem && <ProblemAlert problem={problem} />}
      {username === undefined && (
        <Form.Item name="username" label={say(SIGN_IN_WORDS.username)} rules={rules}>
          <Input autoComplete="username" autoCapitalize="none" autoFocus />
        </Form.Item>
      )}
      <Form.Item name="password" label={say(SIGN_IN_WORDS.password)} rules={rules}>
        <Input.Password autoComplete="current-password" autoFocus={username !== undefined} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={isSending}>
        {say(SIGN_IN_WORDS.submit)}
      </Button>
    </Form>
  );
}
