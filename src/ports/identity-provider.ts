import type { Refusal } from '../domain/refusal';
import type { SignInFlow } from './sign-in-flows';

/** What a sign-in there begins with. */
export interface Departure extends Pick<SignInFlow, 'state' | 'nonce' | 'codeVerifier'> {
  /** Where to send the browser. */
  readonly url: string;
}

/** What the browser brings back from there. Nothing of it is to be trusted. */
export interface Arrival {
  readonly code?: string | undefined;
  readonly state?: string | undefined;
  readonly iss?: string | undefined;
  readonly error?: string | undefined;
}

/**
 * Where people show who they are outside of this service: an OpenID provider. Every method throws Unavailable when it does not answer,
 * and refuses with `oidc.failed` what it answers wrongly.
 */
export interface IdentityProvider {
  readonly issuer: string;
  /** What people know it by. */
  readonly name: string;
  depart(): Promise<Departure | Refusal>;
  /** Who came back; refused with `oidc.denied` when the person or the provider did not want to. Nothing else of the answer is kept. */
  arrive(
    arrival: Arrival,
    flow: Pick<SignInFlow, 'state' | 'nonce' | 'codeVerifier'>,
  ): Promise<{ subject: string } | Refusal>;
  /** The page where people sign out there; null when there is none. */
  signOutUrl(): Promise<string | Refusal | null>;
}
