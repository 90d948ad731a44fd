import type { Topic } from '../../domain/contact';
import type { Bilingual } from './bilingual';

/** What people can receive outside of the service. */
export const TOPIC_WORDS: Readonly<Record<Topic, Bilingual>> = {
  meetings: { zh: '会议', en: 'Meetings' },
  deadlines: { zh: '期限', en: 'Deadlines' },
  progress: { zh: '任务与进展', en: 'Tasks and progress' },
};
