import { z } from 'zod';
import type { PeriodicAction } from '../../domain/periodic-meeting/actions';
import type { BeginInput, IssueNoticeInput } from '../../domain/periodic-meeting/decide';
import type { PeriodicEntity } from '../views/periodic-meeting';
import { MEETING_TYPE_WORDS } from '../words/periodic-meeting';
import { DISSENT_WORDS } from '../words/pwc-meeting';
import { textSchema as text } from './common';
import { field, oneOf, reference } from './field';

const person = z.uuid();
const reason = field(text(500), '理由', 'Reason');
const memberAmong = (among: PeriodicEntity) => reference(person, among, '参会人员', 'Member');
const count = z.int().min(0).max(10_000);

/** What a simpler meeting is begun with: those due are on the roster of its body. */
export const periodicMeetingBeginning = z.strictObject({
  type: oneOf(MEETING_TYPE_WORDS, '会议种类', 'Kind of meeting'),
  title: field(text(120), '会议名称', 'Title'),
  chair: reference(person, 'person', '主持人', 'Chair'),
  delegation: field(text(500).optional(), '书记不能主持的原因', 'Why the secretary does not chair'),
  recorder: reference(person, 'person', '记录人', 'Recorder'),
  others: field(
    z
      .array(
        z.strictObject({
          personId: reference(person, 'person', '人员', 'Person'),
          capacity: field(text(60), '参会身份', 'Capacity'),
        }),
      )
      .max(200)
      .optional(),
    '名册以外的应到会人员',
    'Others who are due',
  ),
}) satisfies z.ZodType<BeginInput>;

/** What each action of a simpler meeting takes. */
export const periodicMeetingActionSchemas = {
  'issue-notice': z.strictObject({
    meetingAt: field(z.iso.datetime({ offset: true }), '会议时间', 'Meeting time'),
    place: field(text(120), '会议地点', 'Place'),
    subjects: reference(
      z.array(text(40)).max(20).optional(),
      'meeting-subject',
      '议事范围（有规定的会议必填）',
      'What it is for (where the regulation says so)',
    ),
    topics: field(text(2000), '会议内容', 'What it is about'),
  }) satisfies z.ZodType<IssueNoticeInput>,
  'ask-leave': z.strictObject({ reason }),
  'record-leave': z.strictObject({ personId: memberAmong('meeting-member'), reason }),
  'check-in': z.strictObject({ personId: memberAmong('absent-member') }),
  'leave-early': z.strictObject({ personId: memberAmong('present-member') }),
  'correct-attendance': z.strictObject({ personId: memberAmong('checked-in-member'), reason }),
  'open-sitting': z.strictObject({}),
  'record-point': z.strictObject({
    personId: memberAmong('present-member'),
    text: field(text(4000), '发言要点', 'What was said'),
  }),
  'record-decision': z.strictObject({
    text: field(text(2000), '决定事项', 'What was decided'),
    counts: field(
      z.strictObject({
        inFavour: field(count, '赞成', 'In favour'),
        against: field(count, '反对', 'Against'),
        abstained: field(count, '弃权', 'Abstained'),
      }),
      '计票结果',
      'Counts',
    ),
  }),
  'record-dissent': z.strictObject({
    decisionId: reference(z.uuid(), 'passed-decision', '决定', 'Decision'),
    text: field(text(4000), '不同意见', 'Dissent'),
    route: oneOf(DISSENT_WORDS, '提出方式', 'Where it goes'),
  }),
  'close-sitting': z.strictObject({}),
  'file-record': z.strictObject({
    text: field(text(20_000), '会议记录', 'Record of the meeting'),
    fileId: reference(z.uuid().optional(), 'file', '附件', 'File'),
  }),
  cancel: z.strictObject({ reason }),
} as const satisfies Readonly<Record<PeriodicAction, z.ZodType>>;
