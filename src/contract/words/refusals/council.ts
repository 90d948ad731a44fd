import { word, type RefusalWords } from './refusal-words';

/** The beginning, the notice and the sitting of a deliberation council: HDA-9, HDA-11.1 and HDA-11.2. */
export const councilRefusals = {
  'council.due-twice': word(
    '应到会人员重复',
    'A person stands on the list twice',
    '应到会名单中有人出现两次，请删去重复的一项。',
    'Somebody stands on the list of those due twice. Remove one of the entries.',
  ),
  'council.recorder-chairs': word(
    '记录人不能兼任主持',
    'The recorder cannot chair',
    '会议要指定专人负责记录，记录人不能同时是主持人或受委托主持人（{clause}），请另选记录人。',
    'The meeting names a recorder of its own, who neither chairs nor stands in ({clause}). Choose another person to record.',
  ),
  'council.deputy-is-chair': word(
    '受委托主持人不能是主持人本人',
    'The deputy is the chair',
    '请另选受委托主持人，或者不填。',
    'Choose another deputy, or none.',
  ),
  'council.narrow-without-reason': word(
    '需要说明理由',
    'A reason is needed',
    '议题不涉及社区广大群众利益的，须写明理由，居务监督委员会会看到（{clause}）。',
    'A topic that is not of broad interest needs a stated reason, which the supervision committee sees ({clause}).',
  ),
  'council.no-physical-channel': word(
    '缺少实体公告平台',
    'No physical channel',
    '涉及社区广大群众利益的议题，公告平台中至少要有一处宣传橱窗、公开栏或黑板报（{clause}），请补充。',
    'A topic of broad interest is announced on at least one window, board or blackboard ({clause}). Add one.',
  ),
  'council.meeting-in-the-past': word(
    '会议时间已过',
    'The meeting time has passed',
    '请填写以后的会议时间。',
    'Give a time that lies ahead.',
  ),
  'council.meeting-too-far': word(
    '会议时间过远',
    'The meeting is too far ahead',
    '会议时间须在一年以内（{clause}），请改正。',
    'The meeting must be within a year ({clause}). Correct the time.',
  ),
  'council.meeting-too-soon': word(
    '会议时间过早',
    'The meeting is too soon',
    '即使今天张贴公告，会议最早也只能在 {earliestOn} 举行（{clause}）。请改为这一天或以后。',
    'Even if the notice is posted today, the meeting can be held on {earliestOn} at the earliest ({clause}). Choose that day or a later one.',
  ),
  'council.unknown-posting': word(
    '没有这项公告',
    'No such posting',
    '本次通知中没有这项公告，请从列表中选择。',
    'The notice has no such posting. Choose one from its list.',
  ),
  'council.posting-confirmed-already': word(
    '公告已确认过',
    'Already confirmed',
    '这项公告已确认于 {postedOn} 张贴，不必重复确认。',
    'This posting was confirmed for {postedOn} already.',
  ),
  'council.posting-without-proof': word(
    '缺少张贴证明',
    'No proof of posting',
    '确认张贴须附照片或写明情况（{clause}），请补充一项。',
    'Confirming a posting needs a photo or a note ({clause}). Add one of them.',
  ),
  'council.posted-in-the-future': word(
    '张贴日期未到',
    'The posting lies ahead',
    '{postedOn} 还没有到，请填写实际张贴的日期。',
    '{postedOn} has not come yet. Give the day on which the paper was really posted.',
  ),
  'council.posted-before-notice': word(
    '张贴日期早于通知日期',
    'Posted before the notice',
    '通知于 {issuedOn} 发出，张贴日期 {postedOn} 不能早于这一天，请改正。',
    'The notice was issued on {issuedOn}; it cannot have been posted on {postedOn}. Correct the day.',
  ),
  'council.notice-period-running': word(
    '公告期未满',
    'The notice period still runs',
    '公告日与会议日之间须有规定的整日，到 {earliestOn} 才满（{clause}）；此事项最早可在 {earliest} 办理。',
    'The prescribed clear days lie between posting and meeting and last until {earliestOn} ({clause}); this is possible from {earliest}.',
  ),
  'council.before-announced-time': word(
    '未到公告的会议时间',
    'Before the announced time',
    '会议公告的时间未到（{clause}），最早可在 {earliest} 办理。',
    'The announced time has not come ({clause}); this is possible from {earliest}.',
  ),
  'council.announced-too-late': word(
    '公告张贴过晚',
    'Posted too late',
    '公告张贴后须满规定的整日，最早 {earliestOn} 才能开会，而公告的会议日是 {announcedOn}（{clause}）。请重新发出会议通知。',
    'Counted from the posting the meeting may be held on {earliestOn} at the earliest, but it was announced for {announcedOn} ({clause}). Issue a new notice.',
  ),
  'council.announced-day-passed': word(
    '公告的会议日已过',
    'The announced day has passed',
    '会议公告在 {announcedOn} 举行，这一天已过（{clause}）。请重新发出会议通知。',
    'The meeting was announced for {announcedOn}, which has passed ({clause}). Issue a new notice.',
  ),
  'council.not-due': word(
    '不在应到会名单中',
    'Not on the list of those due',
    '此人不在应到会名单中（{clause}），可登记为列席；要列入名单须重新发出会议通知。',
    'The person is not on the list of those due ({clause}). Admit them as a guest, or issue a new notice with another list.',
  ),
  'council.checked-in-already': word(
    '已经签到',
    'Already checked in',
    '此人已签到，不必重复。',
    'The person is checked in already.',
  ),
  'council.not-present': word(
    '此人不在会场',
    'Not present',
    '此人尚未签到或已离会，请先签到。',
    'The person has not checked in or has left. Check them in first.',
  ),
  'council.recused-already': word(
    '已经回避',
    'Already recused',
    '此人对该议题已回避。',
    'The person is recused on this item already.',
  ),
  'council.recused': word(
    '回避人员不参加讨论',
    'A recused member does not discuss',
    '此人对该议题已回避，不参加讨论和表决。',
    'The person is recused on this item and takes no part in its discussion or vote.',
  ),
  'council.no-quorum': word(
    '到会人数不足',
    'No quorum',
    '应到 {due} 人，到会 {present} 人，需要 {needed} 人（{clause}）。可继续等候签到，或者改期。',
    '{present} of {due} due members are present, {needed} are needed ({clause}). Wait for more, or adjourn.',
  ),
  'council.quorate': word(
    '到会人数已够',
    'There is a quorum',
    '到会人数已达到法定人数（{clause}），请开启会议。',
    'Enough members are present ({clause}). Open the sitting.',
  ),
} as const satisfies Readonly<Record<string, RefusalWords>>;
