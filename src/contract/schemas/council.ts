import { z } from 'zod';
import type { CouncilAction } from '../../domain/council/actions';
import type { RecordTellingInput } from '../../domain/council/decide/afterwards';
import type { BeginInput } from '../../domain/council/decide/begin';
import type { AssignTaskInput, CompleteTaskInput } from '../../domain/council/decide/execution';
import type { PaperRecord } from '../../domain/council/decide/takeover';
import type { ConfirmPostingInput, IssueNoticeInput } from '../../domain/council/decide/notice';
import type { PutToVoteInput } from '../../domain/council/decide/vote';
import {
  CATEGORY_WORDS,
  CHANNEL_WORDS,
  CHOICE_WORDS,
  METHOD_WORDS,
  QUESTION_WORDS,
  SOURCE_WORDS,
  TELLING_WORDS,
} from '../words/council';
import type { CouncilEntity } from '../views/council-choices';
import { textSchema as text } from './common';
import { field, oneOf, reference } from './field';

const person = z.uuid();
const civilDate = z.iso.date();
const reason = field(text(500), '理由', 'Reason');
/** An agenda item of the council itself, among those to which the action applies. */
const itemAmong = (among: CouncilEntity) => reference(z.uuid(), among, '议题', 'Agenda item');
/** Named in every ballot and count, so that none can land in the vote that came after. */
const openVoteId = reference(z.uuid(), 'open-vote', '表决', 'Vote');
const taskId = reference(z.uuid(), 'reportable-task', '任务', 'Task');
const openTaskId = reference(z.uuid(), 'open-task', '任务', 'Task');
const personId = reference(person, 'person', '人员', 'Person');
const dueId = reference(person, 'due-person', '人员', 'Person');

/** What is counted by hand. */
const HAND_METHODS = { oral: METHOD_WORDS.oral, 'show-of-hands': METHOD_WORDS['show-of-hands'] };

const dueMembers = field(
  z
    .array(
      z.strictObject({
        personId,
        capacity: field(text(60), '参会身份', 'Capacity'),
      }),
    )
    .min(1)
    .max(500)
    // Forms take whole rosters at once: the field that names the person, and the one that takes their position.
    .meta({ fromRoster: { person: 'personId', position: 'capacity' } }),
  '应到会人员',
  'Due members',
);

const officers = z.strictObject({
  chair: reference(person, 'person', '主持人', 'Chair'),
  deputy: reference(person.nullable(), 'person', '受委托主持人', 'Deputy by delegation'),
  recorder: reference(person, 'person', '记录人', 'Recorder'),
});

const count = z.int().min(0).max(10_000);
const counts = field(
  z.strictObject({
    inFavour: field(count, '赞成', 'In favour'),
    against: field(count, '反对', 'Against'),
    abstained: field(count, '弃权', 'Abstained'),
  }),
  '计票结果',
  'Counts',
);
const moment = z.iso.datetime({ offset: true });

/** A council that was begun on paper: what was done, when, and the scans that prove it. */
const paperRecord = z.strictObject({
  reason,
  proofs: field(
    z
      .array(z.strictObject({ fileId: reference(z.uuid(), 'file', '扫描件', 'Scan') }))
      .min(1)
      .max(20),
    '材料扫描件',
    'Scans',
  ),
  notice: field(
    z.strictObject({
      issuedAt: field(moment, '通知时间', 'Issued at'),
      meetingAt: field(moment, '会议时间', 'Meeting time'),
      place: field(text(120), '会议地点', 'Place'),
      postings: field(
        z
          .array(
            z.strictObject({
              channel: oneOf(CHANNEL_WORDS, '公告平台', 'Channel'),
              location: field(text(120), '张贴位置', 'Where exactly'),
              postedOn: field(civilDate, '张贴日期', 'Posted on'),
            }),
          )
          .max(20),
        '公告',
        'Postings',
      ),
    }),
    '通知和公告',
    'Notice and postings',
  ),
  sitting: field(
    z
      .strictObject({
        openedAt: field(moment, '开始时间', 'Opened at'),
        closedAt: field(moment, '结束时间', 'Closed at'),
        present: field(z.array(z.strictObject({ personId })).max(500), '到会人员', 'Present'),
        votes: field(
          z
            .array(
              z.strictObject({
                item: field(z.int().min(1).max(30), '议题序号', 'Item'),
                question: oneOf(QUESTION_WORDS, '表决事项', 'Question'),
                method: oneOf(HAND_METHODS, '表决方式', 'Method'),
                counts,
                postponeTo: field(civilDate.optional(), '缓办至', 'Postponed to'),
              }),
            )
            .max(90),
          '表决',
          'Votes',
        ),
      })
      .optional(),
    '已召开的会议',
    'The sitting, if it was held',
  ),
}) satisfies z.ZodType<PaperRecord>;

/** What a council is started with [HDA-11.1.1]. */
export const councilBeginning = z.strictObject({
  title: field(text(120), '议事主题', 'Topic'),
  source: oneOf(SOURCE_WORDS, '议题来源', 'Where the topic comes from'),
  sourceNote: field(text(500), '征求意见情况', 'The opinion soliciting it comes from'),
  category: oneOf(CATEGORY_WORDS, '议事内容类别', 'Subject'),
  broadInterest: field(z.boolean(), '涉及社区广大群众利益', 'Of broad interest'),
  narrowReason: field(text(500).optional(), '不涉及广大群众利益的理由', 'Why it is not of broad interest'),
  items: field(
    z
      .array(
        z.strictObject({
          title: field(text(120), '议题名称', 'Title'),
          description: field(text(2000).optional(), '议题说明', 'Description'),
          agendaItemId: reference(z.uuid().optional(), 'agenda-item', '议程中的议题', 'Item on the agenda'),
        }),
      )
      .min(1)
      .max(30),
    '议题',
    'Agenda items',
  ),
  due: dueMembers,
  officers: field(officers, '主持和记录', 'Chair and recorder'),
  paper: field(paperRecord.optional(), '纸质程序的接续', 'What was done on paper'),
}) satisfies z.ZodType<BeginInput>;

const choice = oneOf(CHOICE_WORDS, '意见', 'Choice');
const nothing = z.strictObject({});

/** What each action of a council takes. */
export const councilActionSchemas = {
  'issue-notice': z.strictObject({
    meetingAt: field(z.iso.datetime({ offset: true }), '会议时间', 'Meeting time'),
    place: field(text(120), '会议地点', 'Place'),
    channels: field(
      z
        .array(
          z.strictObject({
            channel: oneOf(CHANNEL_WORDS, '公告平台', 'Channel'),
            location: field(text(120), '张贴位置', 'Where exactly'),
          }),
        )
        .max(20),
      '公告平台和位置',
      'Where it is announced',
    ),
    due: dueMembers.optional().meta({ description: '不填则沿用原来的名单 / Left out, the list stays as it is' }),
  }) satisfies z.ZodType<IssueNoticeInput>,
  'confirm-posting': z.strictObject({
    postingId: reference(z.uuid(), 'unconfirmed-posting', '公告', 'Posting'),
    postedOn: field(civilDate, '张贴日期', 'Posted on'),
    fileId: reference(z.uuid().optional(), 'file', '照片', 'Photo').meta({
      description: '照片和说明至少填一项 / A photo or a note is needed',
    }),
    note: field(text(500).optional(), '说明', 'Note'),
  }) satisfies z.ZodType<ConfirmPostingInput>,
  'ask-leave': z.strictObject({ reason }),
  'record-leave': z.strictObject({ personId: dueId, reason }),
  recuse: z.strictObject({ itemId: itemAmong('undecided-item'), reason }),
  'record-recusal': z.strictObject({
    itemId: itemAmong('undecided-item'),
    personId: reference(person, 'named-person', '人员', 'Person'),
    reason,
  }),
  'check-in': z.strictObject({ personId: reference(person, 'absent-person', '人员', 'Person') }),
  'correct-posting': z.strictObject({
    postingId: reference(z.uuid(), 'confirmed-posting', '公告', 'Posting'),
    postedOn: field(civilDate, '实际张贴日期', 'Really posted on'),
    reason,
  }),
  'correct-attendance': z.strictObject({ personId: dueId, present: field(z.boolean(), '到会', 'Was present'), reason }),
  'change-officers': officers.extend({ reason }),
  'leave-early': z.strictObject({ personId: reference(person, 'present-person', '人员', 'Person') }),
  'admit-guest': z.strictObject({
    name: field(text(60), '姓名', 'Name'),
    capacity: field(text(60), '列席身份', 'Capacity'),
  }),
  'open-sitting': nothing,
  adjourn: z.strictObject({ reason }),
  'record-statement': z.strictObject({
    itemId: itemAmong('undecided-item'),
    personId: reference(person.optional(), 'named-person', '发言人', 'Speaker'),
    text: field(text(4000), '发言要点', 'What was said'),
  }),
  'put-to-vote': z.strictObject({
    itemId: itemAmong('unput-item'),
    question: oneOf(QUESTION_WORDS, '表决事项', 'Question'),
    method: oneOf(METHOD_WORDS, '表决方式', 'Method'),
    postponeTo: field(civilDate.optional(), '缓办至', 'Postponed to'),
  }) satisfies z.ZodType<PutToVoteInput>,
  'cast-ballot': z.strictObject({ voteId: openVoteId, choice }),
  'enter-ballot': z.strictObject({
    voteId: openVoteId,
    personId: reference(person, 'elector', '人员', 'Person'),
    choice,
  }),
  'close-vote': z.strictObject({
    voteId: openVoteId,
    counts: counts.optional().meta({
      description:
        '口头、举手表决没有逐人登记的须填写；已逐人登记的和记名投票由系统计票，不填 / Needed for voices and hands that were not entered person by person; entries and open ballots count themselves',
    }),
  }),
  'correct-tally': z.strictObject({ voteId: reference(z.uuid(), 'closed-vote', '表决', 'Vote'), counts, reason }),
  'refer-item': z.strictObject({ itemId: itemAmong('referable-item') }),
  'close-sitting': nothing,
  'record-telling': z.strictObject({
    how: oneOf(TELLING_WORDS, '告知方式', 'How'),
    toldOn: field(civilDate, '告知日期', 'Told on'),
    audience: field(text(500), '告知对象', 'Whom'),
    itemIds: reference(z.array(z.uuid()).min(1).max(30), 'untold-item', '告知的议题', 'Of which items'),
  }) satisfies z.ZodType<RecordTellingInput>,
  'publish-result': z.strictObject({ statement: field(text(2000).optional(), '公示说明', 'Statement') }),
  'record-removal': z.strictObject({
    publicationId: reference(z.uuid(), 'hanging-paper', '公示内容', 'Paper'),
    reason,
  }),
  'extend-deadline': z.strictObject({
    key: reference(text(120), 'movable-deadline', '期限', 'Deadline'),
    dueOn: field(civilDate, '延期到', 'Extended to'),
    reason,
  }),
  suspend: z.strictObject({ reason }),
  resume: z.strictObject({ reason }),
  'file-passed': nothing,
  escalate: z.strictObject({ itemId: itemAmong('item-to-escalate') }),
  'hand-to-assembly': z.strictObject({
    itemIds: reference(z.array(z.uuid()).min(1).max(30), 'item-to-hand-over', '提交的议题', 'Which items'),
    note: field(text(500).optional(), '说明', 'Note'),
  }),
  'assign-task': z.strictObject({
    itemId: itemAmong('passed-item'),
    what: field(text(500), '任务内容', 'What is to be done'),
    responsibleId: reference(person, 'person', '责任人', 'Responsible'),
    dueOn: field(civilDate, '完成期限', 'Due on'),
    hearing: field(
      z
        .strictObject({
          heldOn: field(civilDate, '听证日期', 'Held on'),
          result: field(text(2000), '听证结果', 'What came of it'),
        })
        .optional(),
      '听证情况',
      'Hearing',
    ),
    noHearingReason: field(text(500).optional(), '不需要听证的理由', 'Why no hearing is needed'),
  }) satisfies z.ZodType<AssignTaskInput>,
  'report-progress': z.strictObject({ taskId, text: field(text(2000), '进展情况', 'How far it has come') }),
  'withdraw-task': z.strictObject({ taskId: openTaskId, reason: field(text(500), '撤回理由', 'Reason') }),
  'complete-task': z.strictObject({
    taskId,
    text: field(text(2000), '完成情况', 'What was done'),
    doneOn: field(civilDate, '完成日期', 'Done on'),
    fileId: reference(z.uuid().optional(), 'file', '附件', 'File'),
  }) satisfies z.ZodType<CompleteTaskInput>,
  'raise-problem': z.strictObject({
    itemId: itemAmong('passed-item'),
    text: field(text(2000), '问题或建议', 'Problem or suggestion'),
  }),
  'answer-problem': z.strictObject({
    problemId: reference(z.uuid(), 'open-problem', '问题', 'Problem'),
    text: field(text(2000), '答复', 'Answer'),
  }),
  cancel: z.strictObject({ reason }),
} as const satisfies Readonly<Record<CouncilAction, z.ZodType>>;
