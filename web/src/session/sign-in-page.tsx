import { Card, Divider } from 'antd';
import { api } from '../api/endpoints';
import type { Me } from '../api/types';
import { useAnswer } from '../api/use-answer';
import { useLanguage } from '../language';
import { LanguageSwitch } from '../shell/language-switch';
import { TrainingBanner } from '../shell/training-banner';
import { SHELL_WORDS } from '../../../src/contract/words/web/shell';
import { SIGN_IN_WORDS } from '../../../src/contract/words/web/sign-in';
import { SignInForm } from './sign-in-form';

/** The page for whoever is not signed in, at whatever address: signing in leads on to it. */
export function SignInPage({ onSignedIn }: { readonly onSignedIn: (me: Me) => void }) {
  const { say } = useLanguage();
  const { data: methods } = useAnswer(api.signInMethods);
  return (
    <>
      <TrainingBanner />
      <main className="sign-in stack">
        <div className="row">
          <h1 className="shrink">{say(SIGN_IN_WORDS.title)}</h1>
          <LanguageSwitch />
        </div>
        <p className="muted">{say(SHELL_WORDS.copyright)}</p>
        <Card>
          <SignInForm onSignedIn={onSignedIn} />
          {methods?.oidc && (
            <>
              <Divider plain>{say(SIGN_IN_WORDS.by)}</Divider>
              <a href={oidcAddress(methods.oidc.start)}>{methods.oidc.name}</a>
            </>
          )}
        </Card>
        <a href="/board">{say(SHELL_WORDS.board)}</a>
      </main>
    </>
  );
}

/** The identity provider leads back to the page that was asked for. */
function oidcAddress(start: string): string {
  const { pathname, search } = window.location;
  return `${start}?returnTo=${encodeURIComponent(pathname + search)}`;
}
