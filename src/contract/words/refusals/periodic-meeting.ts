import { word, type RefusalWords } from './refusal-words';

/** The simpler meetings. */
export const periodicMeetingRefusals = {
  'periodic.wrong-level': word(
    '组织层级不符',
    'Not at this level',
    '这种会议由{level}召开（{clause}），请选择一个{level}。',
    'This meeting is held at this level: {level} ({clause}). Choose such an organisation.',
  ),
  'periodic.empty-roster': word(
    '名册为空',
    'The roster is empty',
    '该组织的名册中当日没有成员（{clause}），请管理员先登记名册。',
    'Nobody is on the roster of that body today ({clause}). Have the roster entered first.',
  ),
  'periodic.no-others': word(
    '应到会人员以名册为准',
    'Those on the roster only',
    '这种会议的应到会人员以名册为准（{clause}），请去掉其他人员。',
    'Only those on the roster are due at this meeting ({clause}). Leave the others out.',
  ),
  'periodic.others-missing': word(
    '请写明其他应到会人员',
    'Name the others who are due',
    '这种会议除名册成员外还有其他应到会人员（{clause}），请写明。',
    'Others besides those on the roster are due at this meeting ({clause}). Name them.',
  ),
  'periodic.leave-too-late': word(
    '请假须在会前',
    'Leave is asked beforehand',
    '会议时间已到，请假须在会前提出（{clause}）。未到会的，按缺席记录。',
    'The hour has come; leave is asked before the meeting ({clause}). Whoever is not there counts as absent.',
  ),
  'periodic.chair-not-due': word(
    '主持人不在应到会人员中',
    'The chair is not due',
    '主持人须是应到会人员（{clause}），请重新选择。',
    'Whoever chairs is one of those due ({clause}). Choose again.',
  ),
  'periodic.secretary-chairs': word(
    '由书记主持',
    'The secretary chairs',
    '这种会议由书记主持（{clause}），请选择书记。',
    'The secretary chairs this meeting ({clause}). Choose the secretary.',
  ),
  'periodic.delegation-reason': word(
    '需要说明书记不能主持的原因',
    'Say why not the secretary',
    '由其他成员主持的，须写明书记不能主持的原因（{clause}）。',
    'When a member chairs, say why the secretary cannot ({clause}).',
  ),
  'periodic.recorder-chairs': word(
    '记录人不能兼任主持',
    'The recorder cannot chair',
    '请另选记录人（{clause}）。',
    'Choose another recorder ({clause}).',
  ),
  'periodic.meeting-in-the-past': word(
    '会议时间已过',
    'The time has passed',
    '请填写以后的会议时间（{clause}）。',
    'Give a time that lies ahead ({clause}).',
  ),
  'periodic.secretary-convenes': word(
    '由书记召集',
    'The secretary convenes',
    '这种会议由书记召集（{clause}），请由书记或者受书记委托主持的成员发出通知。',
    'The secretary convenes this meeting ({clause}). Have the secretary, or whoever chairs in the secretary’s place, issue the notice.',
  ),
  'periodic.no-subject': word(
    '没有选择议事范围',
    'Say what it is for',
    '请选择本次会议的议事范围（{clause}），至少一项。',
    'Choose at least one of the things that this meeting is for ({clause}).',
  ),
  'periodic.not-in-scope': word(
    '不属于本会议的议事范围',
    'Not what this meeting is for',
    '“{subject}”不属于这种会议的议事范围（{clause}），请提交相应的会议。',
    '{subject}: this is not what the meeting is for ({clause}). Put it to the meeting that it belongs to.',
  ),
  'periodic.nothing-decided': word(
    '没有通过的决定',
    'Nothing was decided',
    '只能对已通过的决定提出不同意见（{clause}）。',
    'One can disagree only with what was decided ({clause}).',
  ),
  'periodic.not-due': word(
    '不是应到会人员',
    'Not due',
    '此人不是本次会议的应到会人员（{clause}）。',
    'This person is not due at this meeting ({clause}).',
  ),
  'periodic.checked-in-already': word('已经签到', 'Checked in already', '此人已签到。', 'This member is checked in.'),
  'periodic.not-present': word(
    '不在会场',
    'Not present',
    '此人没有签到或已离开。',
    'This person is not checked in or has left.',
  ),
  'periodic.before-announced-time': word(
    '还没有到时间',
    'Too early',
    '最早 {earliest} 可以办理（{clause}）。',
    'Possible from {earliest} ({clause}).',
  ),
  'periodic.announced-day-passed': word(
    '通知的会议日期已过',
    'The day has passed',
    '会议通知在 {announcedOn} 召开，日期已过（{clause}），请重新通知。',
    'The meeting was announced for {announcedOn}, which has passed ({clause}). Issue a new notice.',
  ),
  'periodic.chair-absent': word(
    '主持人没有签到',
    'Whoever chairs is not checked in',
    '主持人须到会并签到（{clause}）。',
    'Whoever chairs must be there and checked in ({clause}).',
  ),
  'periodic.no-quorum': word(
    '未达到法定人数',
    'No quorum',
    '应到 {due} 人，到会 {present} 人，需要 {needed} 人（{clause}）。请等候，或者重新通知。',
    'Of {due} due {present} are there, {needed} are needed ({clause}). Wait, or issue a new notice.',
  ),
} as const satisfies Readonly<Record<string, RefusalWords>>;
