import { createContext, useContext, useEffect, useRef, useState, type ReactNode } from 'react';
import { whenSignedOut } from '../api/call';
import { api } from '../api/endpoints';
import type { Me } from '../api/types';
import { useAnswer } from '../api/use-answer';
import { Failed } from '../parts/failed';
import { LiveProvider } from '../live/live';
import { Loading } from '../parts/loading';
import { SignInAgain } from './sign-in-again';
import { SignInPage } from './sign-in-page';

interface Session {
  readonly me: Me;
  /** Whether they hold the capability anywhere today. */
  can(capability: Capability): boolean;
  /** Where they hold it, topmost first; it reaches everything below. */
  placesFor(capability: Capability): Me['organisations'];
}

export type Capability = Me['organisations'][number]['capabilities'][number];

const Context = createContext<Session | null>(null);

/** Whoever is signed in; everybody else is asked to sign in, and may then go on where they wanted to go. */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const { data: session, error, refetch } = useAnswer(api.session, {}, { kept: true });
  const [signedIn, setSignedIn] = useState<Me | null>(null);
  const me = signedIn ?? session?.me;
  if (me)
    return (
      <Context value={sessionOf(me)}>
        <LiveProvider>{children}</LiveProvider>
        <Renewal me={me} />
      </Context>
    );
  if (session) return <SignInPage onSignedIn={setSignedIn} />;
  return error ? <Failed problem={error} retry={() => void refetch()} /> : <Loading />;
}

export function useSession(): Session {
  const session = useContext(Context);
  if (!session) throw new Error('outside of SessionProvider');
  return session;
}

function sessionOf(me: Me): Session {
  const placesFor = (capability: Capability) =>
    me.organisations.filter(({ capabilities }) => capabilities.includes(capability));
  return { me, can: (capability) => placesFor(capability).length > 0, placesFor };
}

/** Requests that find the session ended wait here until the same person is signed in again. */
function Renewal({ me }: { readonly me: Me }) {
  const [isNeeded, setNeeded] = useState(false);
  const waiting = useRef<(() => void)[]>([]);
  useEffect(() => {
    whenSignedOut(() => {
      setNeeded(true);
      return new Promise((resolve) => waiting.current.push(resolve));
    });
    return () => whenSignedOut(null);
  }, []);
  const goOn = () => {
    setNeeded(false);
    for (const resolve of waiting.current.splice(0)) resolve();
  };
  return isNeeded ? <SignInAgain me={me} onSignedIn={goOn} /> : null;
}
