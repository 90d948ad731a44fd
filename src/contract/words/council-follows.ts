import type { CouncilAction } from '../../domain/council/actions';
import type { Bilingual } from './bilingual';

const w = (zh: string, en: string): Bilingual => ({ zh, en });

/** What follows from an act that is not undone at will: said before it is done. */
export const COUNCIL_FOLLOWS: Readonly<Partial<Record<CouncilAction, Bilingual>>> = {
  'issue-notice': w(
    '应到会人员将收到会议通知。涉及广大群众利益的，公告确认张贴后才起算公告期。',
    'Everybody due is told. For a topic of broad interest the notice period begins once its postings are confirmed.',
  ),
  'confirm-posting': w(
    '公告期从确认的张贴日期起算，当日不计算在内。',
    'The notice period is counted from that day, which does not count itself.',
  ),
  'open-sitting': w(
    '会议开始，按到会人数确定法定人数；此后才能表决。',
    'The sitting begins with the quorum as it stands; votes come after it.',
  ),
  adjourn: w('本次会议到此为止，须重新发出通知才能再开。', 'This sitting ends here; another one needs a new notice.'),
  'leave-early': w(
    '此人从现在起不计入到会人数；回来后可以重新签到。',
    'From now on this person does not count as present; who comes back checks in again.',
  ),
  'put-to-vote': w(
    '表决开启，表决人为此刻到会且没有回避的人员。一次只表决一个事项。',
    'The vote opens for those present now and not recused. One question is put at a time.',
  ),
  'cast-ballot': w('投出后不能更改。', 'A vote that was cast cannot be changed.'),
  'close-vote': w(
    '按到会人数计算是否通过，并宣布结果。宣布后只能由主持人说明理由更正。',
    'The result is counted from those present and announced. Afterwards only the chair corrects it, with a reason.',
  ),
  'refer-item': w(
    '本次会议不再表决该议题，会后提交上级研究。',
    'The item is not voted on in this sitting and goes to the body above.',
  ),
  'close-sitting': w(
    '会议结束，不能再表决。告知、公示等期限从今天起算。',
    'The sitting ends; nothing more is put to the vote. The days for telling and publishing are counted from today.',
  ),
  'publish-result': w(
    '结果立即在公开栏上公示，居民无需登录即可看到，期满自动撤下。',
    'The result hangs on the public board at once, for everybody to read, and comes off by itself when its days are over.',
  ),
  'record-removal': w(
    '公示记为提前撤下，并通知监督人员。',
    'The paper is recorded as taken down too early, and supervisors are told.',
  ),
  'file-passed': w('通过的议题列入社区议事会备案。', 'What passed goes on file with the community council.'),
  escalate: w(
    '议题列入上级议程，等待上级决定。',
    'The item goes on the agenda of the body above and waits for its decision.',
  ),
  'hand-to-assembly': w('记录为已提交居民代表会议或居民会议。', 'The items are recorded as put to the assembly.'),
  'extend-deadline': w(
    '期限改到新的日期，原日期仍可查阅。',
    'The deadline moves to the new day; the old one stays readable.',
  ),
  suspend: w(
    '程序停止计算期限，直到恢复；公示照常。',
    'Deadlines stand still until the procedure is resumed; what is published stays on the board.',
  ),
  resume: w('期限按中止的天数顺延。', 'Deadlines move by the days of the suspension.'),
  'correct-posting': w(
    '公告期重新计算，更正作为新的记录保留。',
    'The notice period is counted anew; the correction is an entry of its own.',
  ),
  'correct-attendance': w(
    '法定人数和表决基数随之重新计算，更正作为新的记录保留。',
    'Quorum and votes are counted anew; the correction is an entry of its own.',
  ),
  'correct-tally': w(
    '表决结果重新计算，更正作为新的记录保留。',
    'The result is counted anew; the correction is an entry of its own.',
  ),
  'change-officers': w(
    '主持人、记录人的权限随之转移。',
    'What the chair and the recorder may do goes over to those named now.',
  ),
  cancel: w(
    '议事会取消，不能恢复；已通知的人员会收到消息。',
    'The council is cancelled for good; those who were told of it hear so.',
  ),
};
