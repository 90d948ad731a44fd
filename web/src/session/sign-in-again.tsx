import { Alert, Button, Modal } from 'antd';
import { useState } from 'react';
import { call } from '../api/call';
import { api } from '../api/endpoints';
import type { Me } from '../api/types';
import { useAnswer } from '../api/use-answer';
import { useLanguage } from '../language';
import { SIGN_IN_WORDS } from '../../../src/contract/words/web/sign-in';
import { SignInForm } from './sign-in-form';

interface Props {
  readonly me: Me;
  readonly onSignedIn: () => void;
}

/** Over the page as it stands: the same person signs in again, and what they were doing goes on. */
export function SignInAgain({ me, onSignedIn }: Props) {
  const { say } = useLanguage();
  const { data: methods } = useAnswer(api.signInMethods);
  const { username } = me.account;
  return (
    <Modal open title={say(SIGN_IN_WORDS.again)} footer={null} closable={false} keyboard={false} maskClosable={false}>
      <div className="stack">
        <Alert type="info" title={say(SIGN_IN_WORDS.keptOpen)} />
        <p>
          {say(SIGN_IN_WORDS.username)} {username}（{me.person.name}）
        </p>
        <SignInForm username={username} onSignedIn={onSignedIn} />
        {methods?.oidc && (
          <ElsewhereSignIn start={methods.oidc.start} accountId={me.account.id} onSignedIn={onSignedIn} />
        )}
        <Button type="link" onClick={() => window.location.reload()}>
          {say(SIGN_IN_WORDS.another)}
        </Button>
      </div>
    </Modal>
  );
}

interface ElsewhereProps {
  readonly start: string;
  readonly accountId: string;
  readonly onSignedIn: () => void;
}

/** The identity provider's pages open in a window of their own, so that this one keeps what was typed. */
function ElsewhereSignIn({ start, accountId, onSignedIn }: ElsewhereProps) {
  const { say } = useLanguage();
  const [isMissing, setMissing] = useState(false);
  const check = async () => {
    const session = await call(api.session).catch(() => null);
    if (session?.me?.account.id === accountId) onSignedIn();
    else setMissing(true);
  };
  return (
    <div className="row">
      <a href={`${start}?returnTo=/app`} target="_blank" rel="noreferrer">
        {say(SIGN_IN_WORDS.inNewWindow)}
      </a>
      <Button onClick={() => void check()}>{say(SIGN_IN_WORDS.signedInElsewhere)}</Button>
      {isMissing && <span role="alert">{say(SIGN_IN_WORDS.stillSignedOut)}</span>}
    </div>
  );
}
