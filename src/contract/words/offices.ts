import type { Office } from '../../domain/council/actions';
import type { Bilingual } from './bilingual';

const w = (zh: string, en: string): Bilingual => ({ zh, en });

/** The offices that a council gives itself: named at its start, by standing on the list of those due, or with a task. */
export const OFFICE_WORDS: Readonly<Record<Office, Bilingual>> = {
  'named-chair': w('本次会议的主持人', 'Chair of this council'),
  'named-deputy': w('本次会议的受委托主持人', 'Deputy by delegation in this council'),
  'named-recorder': w('本次会议的记录人', 'Recorder of this council'),
  'task-responsible': w('任务的责任人', 'Whoever is responsible for the task'),
  'due-member': w('本次会议的应到会人员', 'Due member of this council'),
};
