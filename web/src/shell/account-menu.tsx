import { Button } from 'antd';
import { Link } from 'react-router';
import { call } from '../api/call';
import { api } from '../api/endpoints';
import { SHELL_WORDS } from '../../../src/contract/words/web/shell';
import { useLanguage } from '../language';
import { useSession } from '../session/session';

/** Who is signed in, and the way out. */
export function AccountMenu() {
  const { say } = useLanguage();
  const { me } = useSession();
  return (
    <>
      <Link to="/account" title={say(SHELL_WORDS.account)}>
        {me.person.name}
      </Link>
      <Button onClick={() => void signOut()}>{say(SHELL_WORDS.signOut)}</Button>
    </>
  );
}

/** Leaves nothing of the one who was signed in behind: what was typed, what was read, and the sign-in at the identity provider. */
async function signOut(): Promise<void> {
  const answer = await call(api.signOut, { evenSignedOut: true });
  sessionStorage.clear();
  window.location.assign(answer?.signOutUrl ?? '/app');
}
