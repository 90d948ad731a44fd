import type { MENU_WORDS } from '../../../src/contract/words/web/shell';
import type { Capability } from '../session/session';

interface Entry {
  readonly to: string;
  readonly name: keyof typeof MENU_WORDS;
  /** Shown to whoever holds it anywhere; without one to everybody. */
  readonly capability?: Capability;
}

/** What the menu leads to, in its order. */
export const MENU: readonly Entry[] = [
  { to: '/', name: 'workbench' },
  { to: '/procedures', name: 'procedures' },
  { to: '/notifications', name: 'notifications' },
  { to: '/agenda', name: 'agenda', capability: 'procedures.read' },
  { to: '/organisations', name: 'organisations', capability: 'people.read' },
  { to: '/people', name: 'people', capability: 'people.read' },
  { to: '/accounts', name: 'accounts', capability: 'accounts.manage' },
  { to: '/rulebooks', name: 'rulebooks', capability: 'rulebooks.read' },
  { to: '/calendar', name: 'calendar' },
  { to: '/outbox', name: 'outbox', capability: 'outbox.manage' },
  { to: '/clock', name: 'clock' },
];
