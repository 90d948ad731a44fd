import type { Page, PageRequest } from './page';

/** Something a person is told. The words are made from `kind` and `params` by whoever shows it. */
export interface Notification {
  readonly id: string;
  readonly procedureId: string;
  readonly procedureTitle: string;
  readonly kind: string;
  readonly clause: string | null;
  readonly params: Readonly<Record<string, string | number | boolean | null>>;
  readonly createdAt: Date;
  readonly readAt: Date | null;
}

/** What people are told inside the application. */
export interface Notifications {
  /** A person's notifications, the newest first. */
  list(of: { personId: string; unreadOnly: boolean }, page: PageRequest): Promise<Page<Notification>>;
  countUnread(personId: string): Promise<number>;
  /** Marks one as read; the first time counts. False when the person has no such notification. */
  markRead(id: string, personId: string, at: Date): Promise<boolean>;
}
