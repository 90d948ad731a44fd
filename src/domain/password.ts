import { refuse, type Refusal } from './refusal';

/** A password does not contain the username. Its length is checked where it comes in. */
export function checkPassword(password: string, username: string): Refusal | null {
  const tooWeak = password.toLowerCase().includes(username.toLowerCase());
  return tooWeak ? refuse('password.contains-username', null) : null;
}
