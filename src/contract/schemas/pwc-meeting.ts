import { z } from 'zod';
import type { MeetingAction } from '../../domain/pwc-meeting/actions';
import type { ChosenItem, FixAgendaInput } from '../../domain/pwc-meeting/decide/agenda';
import type { BeginInput } from '../../domain/pwc-meeting/decide/begin';
import type { DelegateSignatureInput, DraftInput } from '../../domain/pwc-meeting/decide/documents';
import type {
  AssignInput,
  DistrictDecisionInput,
  ReopenInput,
  TellInput,
} from '../../domain/pwc-meeting/decide/execution';
import type { FindingInput } from '../../domain/pwc-meeting/decide/finding';
import type { CirculateInput, IssueNoticeInput } from '../../domain/pwc-meeting/decide/notice';
import type { InformInput } from '../../domain/pwc-meeting/decide/sitting';
import type { PutToVoteInput } from '../../domain/pwc-meeting/decide/vote';
import type { MeetingEntity } from '../views/pwc-meeting-choices';
import { CHOICE_WORDS, TELLING_WORDS } from '../words/council';
import {
  DISSENT_WORDS,
  DISTRICT_WORDS,
  DOCUMENT_WORDS,
  EFFECT_WORDS,
  PAPER_METHOD_WORDS,
  STEP_WORDS,
} from '../words/pwc-meeting';
import { textSchema as text } from './common';
import { field, oneOf, reference } from './field';

const person = z.uuid();
const civilDate = z.iso.date();
const reason = field(text(500), '理由', 'Reason');
const itemAmong = (among: MeetingEntity) => reference(z.uuid(), among, '议题', 'Agenda item');
const itemsAmong = (among: MeetingEntity) =>
  reference(z.array(z.uuid()).min(1).max(100), among, '议题', 'Agenda items');
const openVoteId = reference(z.uuid(), 'open-vote', '表决', 'Vote');
const taskId = reference(z.uuid(), 'reportable-task', '任务', 'Task');
const openTaskId = reference(z.uuid(), 'open-task', '任务', 'Task');
const memberId = reference(person, 'member', '党工委成员', 'Member of the committee');
const documentToSign = reference(z.uuid(), 'document-to-sign', '文件', 'Document');
const recorder = reference(person, 'person', '记录人（党办专人）', 'Recorder, of the Party affairs office');

const count = z.int().min(0).max(1_000);

/** An item as the secretary puts it on the agenda. */
const chosenShape = {
  agendaItemId: reference(z.uuid(), 'pwc-agenda-item', '议程中的议题', 'Item on the agenda'),
  major: field(z.boolean().optional(), '作为重大问题', 'A major matter'),
  urgent: field(z.boolean().optional(), '紧急事项', 'Urgent'),
  candidates: field(
    z
      .array(
        z.strictObject({
          name: field(text(60), '姓名', 'Name'),
          step: oneOf(STEP_WORDS, '事项', 'What is decided'),
        }),
      )
      .max(50)
      .optional(),
    '涉及人选（干部人事议题，逐个表决）',
    'The persons, decided one by one (personnel only)',
  ),
};

/** What a PWC meeting is begun with: those due are on the committee's roster. */
export const pwcMeetingBeginning = z.strictObject({
  title: field(text(120), '会议名称', 'Title'),
  recorder,
}) satisfies z.ZodType<BeginInput>;

/** What each action of a PWC meeting takes. */
export const pwcMeetingActionSchemas = {
  'delegate-chair': z.strictObject({
    personId: reference(person, 'deputy', '受委托的副书记', 'Deputy secretary'),
    reason,
  }),
  'change-recorder': z.strictObject({ recorder, reason }),
  'update-roster': z.strictObject({}),
  'fix-agenda': z.strictObject({
    items: field(
      z.array(z.strictObject(chosenShape) satisfies z.ZodType<ChosenItem>).max(100),
      '议题（按讨论顺序；缓议和紧急报告的议题自动列入）',
      'Items in their order; deferred items and emergencies come by themselves',
    ),
    heard: field(text(2000), '听取成员意见的情况', 'How the members were heard'),
    orderReason: field(
      text(500).optional(),
      '重大、紧急议题没有排在前面的理由',
      'Why major and urgent items do not come first',
    ),
  }) satisfies z.ZodType<FixAgendaInput>,
  'issue-notice': z.strictObject({
    meetingAt: field(z.iso.datetime({ offset: true }), '会议时间', 'Meeting time'),
    place: field(text(120), '会议地点', 'Place'),
    adHocReason: field(text(500).optional(), '临时召开的特殊情况', 'Special circumstance, when called ad hoc'),
  }) satisfies z.ZodType<IssueNoticeInput>,
  'add-late-item': z.strictObject({ ...chosenShape, reason }),
  'withdraw-item': z.strictObject({ itemId: itemAmong('open-item'), reason }),
  'circulate-papers': z.strictObject({
    itemIds: itemsAmong('uncirculated-item'),
    clearedById: reference(
      person.optional(),
      'member',
      '审阅人（没有登记过审阅的材料）',
      'Who cleared papers that have no clearance yet',
    ),
    fileId: reference(z.uuid().optional(), 'file', '材料', 'Papers'),
  }) satisfies z.ZodType<CirculateInput>,
  'confirm-reading': z.strictObject({ itemIds: itemsAmong('unread-item') }),
  'ask-leave': z.strictObject({ reason }),
  'record-leave': z.strictObject({ personId: memberId, reason }),
  'give-opinion': z.strictObject({
    itemId: itemAmong('open-item'),
    text: field(text(4000), '书面意见', 'Written opinion'),
  }),
  'invite-guest': z.strictObject({
    name: field(text(60), '姓名', 'Name'),
    capacity: field(text(60), '列席身份', 'Capacity'),
    itemIds: itemsAmong('open-item'),
    toldOn: field(civilDate.optional(), '通知日期', 'Told on'),
  }),
  recuse: z.strictObject({ itemId: itemAmong('open-item'), reason }),
  'record-recusal': z.strictObject({ itemId: itemAmong('open-item'), personId: memberId, reason }),
  'check-in': z.strictObject({ personId: reference(person, 'absent-member', '党工委成员', 'Member') }),
  'leave-early': z.strictObject({ personId: reference(person, 'present-member', '党工委成员', 'Member') }),
  'correct-attendance': z.strictObject({
    personId: reference(person, 'checked-in-member', '误登签到的成员', 'Member checked in by mistake'),
    reason,
  }),
  'open-sitting': z.strictObject({}),
  adjourn: z.strictObject({ reason }),
  'report-consultation': z.strictObject({
    itemId: itemAmong('open-item'),
    text: field(text(4000), '酝酿情况', 'What came of the consultation'),
  }),
  'record-statement': z.strictObject({
    itemId: itemAmong('item-under-discussion'),
    personId: reference(person, 'present-member', '发言人', 'Speaker'),
    text: field(text(4000), '发言要点', 'What was said'),
  }),
  'sum-up': z.strictObject({
    itemId: itemAmong('open-item'),
    text: field(text(4000), '汇总和决策意见', 'Summary and what is to be decided'),
  }),
  'inform-absent': z.strictObject({
    itemId: itemAmong('item-to-inform-of'),
    personId: memberId,
    on: field(civilDate, '日期', 'Day'),
    text: field(text(2000), '征求意见或通报的情况', 'What was asked or told'),
  }) satisfies z.ZodType<InformInput>,
  'put-to-vote': z.strictObject({
    itemId: itemAmong('open-item'),
    candidateId: reference(z.uuid().optional(), 'candidate', '人选（干部人事议题）', 'Person (personnel only)'),
    method: oneOf(PAPER_METHOD_WORDS, '表决方式', 'Method'),
    scrutineerId: reference(person.optional(), 'person', '监票人（票决）', 'Scrutineer (ballot)'),
    tellerId: reference(person.optional(), 'person', '计票人（票决）', 'Teller (ballot)'),
  }) satisfies z.ZodType<PutToVoteInput>,
  'enter-ballot': z.strictObject({
    voteId: openVoteId,
    personId: reference(person, 'elector', '党工委成员', 'Member'),
    choice: oneOf(CHOICE_WORDS, '意见', 'Choice'),
  }),
  'close-vote': z.strictObject({
    voteId: openVoteId,
    counts: field(
      z
        .strictObject({
          inFavour: field(count, '赞成', 'In favour'),
          against: field(count, '反对', 'Against'),
          abstained: field(count, '弃权', 'Abstained'),
        })
        .optional(),
      '计票结果（已逐人登记的不填）',
      'Counts (not where votes were entered by name)',
    ),
  }),
  'defer-item': z.strictObject({
    itemId: itemAmong('open-item'),
    reason: field(text(500), '分歧情况', 'How opinions differ'),
  }),
  'note-item': z.strictObject({
    itemId: itemAmong('item-for-hearing'),
    note: field(text(2000).optional(), '会议意见', 'What the meeting says to it'),
  }),
  'refer-item': z.strictObject({ itemId: itemAmong('referable-item') }),
  'close-sitting': z.strictObject({}),
  'draft-document': z.strictObject({
    kind: oneOf(DOCUMENT_WORDS, '文件种类', 'Kind of document'),
    title: field(text(120), '标题', 'Title'),
    text: field(
      text(20_000).optional(),
      '正文（纪要和决定事项通知不填则按会议记录起草）',
      'Text (left out, minutes and decision notices are drafted from the record)',
    ),
    itemIds: reference(z.array(z.uuid()).max(100).optional(), 'decided-item', '涉及的议题', 'Items it is about'),
    directorId: reference(person.optional(), 'person', '办事处主任（联合行文）', 'Director (joint documents)'),
    deputyDirectorId: reference(
      person.optional(),
      'person',
      '可受委托的副主任（联合行文）',
      'Deputy director to whom it may be left (joint documents)',
    ),
  }) satisfies z.ZodType<DraftInput>,
  'revise-document': z.strictObject({
    documentId: reference(z.uuid(), 'returned-document', '文件', 'Document'),
    text: field(text(20_000), '正文', 'Text'),
    directorId: reference(
      person.optional(),
      'person',
      '改由哪位主任签发（联合行文）',
      'Another director (joint documents)',
    ),
  }),
  'withdraw-document': z.strictObject({
    documentId: reference(z.uuid(), 'unsigned-document', '文件', 'Document'),
    reason,
  }),
  'delegate-signature': z.strictObject({
    documentId: documentToSign,
    toId: reference(person, 'person', '受委托签发人', 'To whom'),
  }) satisfies z.ZodType<DelegateSignatureInput>,
  'return-document': z.strictObject({ documentId: documentToSign, reason: field(text(500), '退回理由', 'Reason') }),
  'sign-document': z.strictObject({ documentId: documentToSign }),
  'tell-downward': z.strictObject({
    itemIds: itemsAmong('untold-item'),
    on: field(civilDate, '传达日期', 'Told on'),
    how: oneOf(TELLING_WORDS, '传达方式', 'How'),
    audience: field(text(500), '传达对象', 'Whom'),
  }) satisfies z.ZodType<TellInput>,
  'enter-district-decision': z.strictObject({
    itemId: itemAmong('referred-item'),
    outcome: oneOf(DISTRICT_WORDS, '区委的决定', 'What the district decided'),
    on: field(civilDate, '决定日期', 'Decided on'),
    reference: field(text(120), '文号', 'Number'),
  }) satisfies z.ZodType<DistrictDecisionInput>,
  'assign-task': z.strictObject({
    itemId: itemAmong('adopted-item'),
    what: field(text(500), '任务内容', 'What is to be done'),
    responsibleId: reference(person, 'member', '分管领导（直接责任人）', 'Leader in charge, directly responsible'),
    coordinatorId: reference(person.optional(), 'member', '牵头协调人', 'Coordinating member'),
    dueOn: field(civilDate, '完成期限', 'Due on'),
  }) satisfies z.ZodType<AssignInput>,
  'note-no-task': z.strictObject({ itemId: itemAmong('unassigned-item'), reason }),
  'report-progress': z.strictObject({ taskId, text: field(text(2000), '进展情况', 'How far it has come') }),
  'complete-task': z.strictObject({
    taskId,
    text: field(text(2000), '完成情况', 'What was done'),
    doneOn: field(civilDate, '完成日期', 'Done on'),
  }),
  'withdraw-task': z.strictObject({ taskId: openTaskId, reason: field(text(500), '撤回理由', 'Reason') }),
  'record-dissent': z.strictObject({
    itemId: itemAmong('resolved-item'),
    text: field(text(4000), '不同意见', 'Dissent'),
    route: oneOf(DISSENT_WORDS, '提出方式', 'Where it goes'),
  }),
  'reopen-item': z.strictObject({
    itemId: itemAmong('standing-item'),
    reason: field(text(2000), '新情况', 'The new circumstance'),
    supporters: field(
      z
        .array(z.strictObject({ personId: memberId }))
        .max(100)
        .optional(),
      '提出复议的成员',
      'Members who ask for it',
    ),
  }) satisfies z.ZodType<ReopenInput>,
  'record-finding': z.strictObject({
    itemId: itemAmong('resolved-item'),
    text: field(text(2000), '违反的规则和情况', 'The rule that was broken, and how'),
    severe: field(z.boolean(), '情节严重', 'Severe'),
    effect: oneOf(EFFECT_WORDS, '后果和影响', 'What came of it'),
    on: field(civilDate, '认定日期', 'Found on'),
    reference: field(text(120), '文号', 'Number'),
  }) satisfies z.ZodType<FindingInput>,
  cancel: z.strictObject({ reason }),
} as const satisfies Readonly<Record<MeetingAction, z.ZodType>>;
