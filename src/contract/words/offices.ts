import type { Office } from '../../domain/council/actions';
import type { PeriodicOffice } from '../../domain/periodic-meeting/actions';
import type { MeetingOffice } from '../../domain/pwc-meeting/actions';
import type { Bilingual } from './bilingual';

const w = (zh: string, en: string): Bilingual => ({ zh, en });

/** The offices that a council or meeting gives: named at its start, by standing on the list of those due, or with a task. */
export const OFFICE_WORDS: Readonly<Record<Office | MeetingOffice | PeriodicOffice, Bilingual>> = {
  'named-chair': w('本次会议的主持人', 'Chair of this council'),
  'named-deputy': w('本次会议的受委托主持人', 'Deputy by delegation in this council'),
  'named-recorder': w('本次会议的记录人', 'Recorder of this council'),
  'task-responsible': w('任务的责任人', 'Whoever is responsible for the task'),
  'due-member': w('本次会议的应到会人员', 'Due member of this council'),
  'meeting-chair': w('会议主持人', 'Chair of the meeting'),
  'meeting-member': w('应到会人员', 'Whoever is due at the meeting'),
  'committee-secretary': w('党工委书记', 'Secretary of the committee'),
  'committee-member': w('党工委成员', 'Member of the committee'),
  'delegated-chair': w('受委托主持的副书记', 'Deputy secretary who chairs by delegation'),
  'meeting-recorder': w('本次会议的记录人', 'Recorder of this meeting'),
  signatory: w('文件的签发人', 'Whoever signs the document'),
  'leader-in-charge': w('任务的直接责任人', 'Whoever is directly responsible for the task'),
};
