/** Ways by which a notice reaches a person outside of this service. */
export const PERSONAL_CHANNELS = ['mail', 'sms'] as const;

export type PersonalChannel = (typeof PERSONAL_CHANNELS)[number];

/** What people choose between when they say what they want to receive. */
export const TOPICS = ['meetings', 'deadlines', 'progress'] as const;

export type Topic = (typeof TOPICS)[number];

/** Where a person can be reached, and about what. An address that is not there receives nothing. */
export interface Contact {
  readonly email: string | null;
  readonly mobile: string | null;
  readonly mailTopics: readonly Topic[];
  readonly smsTopics: readonly Topic[];
}

/** Of somebody who gave no address yet. With an address, everything is received until somebody chooses. */
export const NO_CONTACT: Contact = { email: null, mobile: null, mailTopics: TOPICS, smsTopics: TOPICS };

const MEETINGS: ReadonlySet<string> = new Set([
  'council-officer-named',
  'council-invitation',
  'council-changed',
  'council-adjourned',
  'council-suspended',
  'council-resumed',
  'council-cancelled',
]);

/** What a kind of notice is about; whatever is neither a meeting nor a deadline is progress. */
export function topicOf(noticeKind: string): Topic {
  if (MEETINGS.has(noticeKind)) return 'meetings';
  return noticeKind.startsWith('deadline-') ? 'deadlines' : 'progress';
}

/** The address at which the person wants to hear of such a notice by the channel; null when there is none. */
export function addressFor(contact: Contact | null, channel: PersonalChannel, noticeKind: string): string | null {
  if (!contact) return null;
  const [address, topics] =
    channel === 'mail' ? [contact.email, contact.mailTopics] : [contact.mobile, contact.smsTopics];
  return topics.includes(topicOf(noticeKind)) ? address : null;
}

/** Enough of an e-mail address to recognise one's own: its first character and its domain. */
export function maskedEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return `${at > 1 ? email.slice(0, 1) : ''}***${email.slice(at)}`;
}

/** Enough of a number to recognise one's own: its first three places and its last two. */
export function maskedMobile(mobile: string): string {
  return `${mobile.slice(0, 3)}****${mobile.slice(-2)}`;
}

/** An address as others may see it. */
export function maskedAddress(channel: PersonalChannel, address: string): string {
  return channel === 'mail' ? maskedEmail(address) : maskedMobile(address);
}

/** The contact as others may see it. */
export function maskedContact(contact: Contact): Contact {
  const { email, mobile } = contact;
  return { ...contact, email: email && maskedEmail(email), mobile: mobile && maskedMobile(mobile) };
}
