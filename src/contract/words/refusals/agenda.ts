import { word, type RefusalWords } from './refusal-words';

/** Agendas of bodies, and what has to be there before an item is put to the Party Working Committee: HDA-11.2, PWR-3.1.7 to PWR-3.1.9. */
export const agendaRefusals = {
  'agenda.unknown-item': word(
    '议程中没有这个议题',
    'No such item on the agenda',
    '本组织的议程中没有这个议题，请从议程列表中选择。',
    "The organisation's agenda has no such item. Choose one from its list.",
  ),
  'agenda.not-open': word(
    '该议题已列入其他会议或已有结果',
    'Taken up already, or settled',
    '这个议题已列入会议、已在本次会议处理，或已有结果，不能重复讨论。',
    'A meeting has taken this item up, this one dealt with it already, or it is settled.',
  ),
  'agenda.not-yet': word(
    '缓办期未到',
    'Postponed until later',
    '这个议题缓办至 {openFrom}（{clause}），届时再列入会议。',
    'This item is postponed until {openFrom} ({clause}). Take it up from that day on.',
  ),
  'agenda.acted-in-the-future': word(
    '日期还没有到',
    'The day lies ahead',
    '处置日期 {on} 还没有到（今天是 {today}，{clause}）。',
    'The day {on} has not come yet (today is {today}, {clause}).',
  ),
  'agenda.acted-without-seat': word(
    '处置人须是党工委成员',
    'By a member of the committee',
    '紧急情况由书记、副书记或党工委成员临时处置（{clause}）；此人 {on} 不在党工委名册中。',
    'In an emergency the secretary, a deputy or a member acts first ({clause}); this person was not on the roster on {on}.',
  ),
  'agenda.not-a-subdistrict': word(
    '党工委设在街道',
    "The committee is the subdistrict's",
    '只有街道有党工委议程，请选择街道办事处。',
    'Only a subdistrict has an agenda of its Party Working Committee. Choose the subdistrict office.',
  ),
  'agenda.not-proposed': word(
    '这个议题不需要登记会前准备',
    'Nothing has to be prepared for this item',
    '这个议题不是提案，不登记会前准备；材料在分送时填写审阅人。',
    'This item was not proposed: nothing is recorded beforehand. Who cleared its papers is named when they go round.',
  ),
  'agenda.incomplete': word(
    '会前准备不齐',
    'Something has to be there first',
    '还缺：{missing}（{clause}）。登记齐全后再提请会议决定。',
    'Still missing: {missing} ({clause}). Record it, then put the item to the meeting.',
  ),
  'agenda.not-required': word(
    '这个议题不要求这一项',
    'Not asked for here',
    '这个议题不需要“{preparation}”。请从议题列出的会前准备中选择。',
    'This item does not need: {preparation}. Choose from what the item lists.',
  ),
  'agenda.prepared-already': word(
    '已经登记过',
    'Recorded already',
    '“{preparation}”已经登记过（{clause}），无需重复。请登记其余各项。',
    'This is on record already ({clause}): {preparation}. Record what else is missing.',
  ),
  'agenda.prepared-in-the-future': word(
    '日期还没有到',
    'The day lies ahead',
    '{on} 还没有到（今天是 {today}）。办完以后再登记（{clause}）。',
    '{on} has not come yet (today is {today}). Record it when it has been done ({clause}).',
  ),
  'agenda.not-to-be-omitted': word(
    '这一项不能省略',
    'This cannot be omitted',
    '“{preparation}”是必须的（{clause}），不能以理由代替。请办理后登记。',
    'This must be done ({clause}) and no reason stands in for it: {preparation}. Do it, then record it.',
  ),
  'agenda.who-cleared': word(
    '审阅人只在材料审阅时填写',
    'Who cleared the papers, and only then',
    '登记材料审阅时须填写审阅人，登记其他准备时不填（{clause}）。',
    'Name who cleared the papers when you record that, and nobody otherwise ({clause}).',
  ),
  'agenda.not-cleared-by-leader': word(
    '审阅人须是书记或副书记',
    'Cleared by the secretary or a deputy',
    '材料由党工委{positions}审阅（{clause}）。请选择当日任该职务的人；名册有误的，先由管理员更正。',
    'Papers are cleared by the secretary or a deputy secretary of the committee ({clause}). Choose somebody who held that seat on the day; if the roster is wrong, have it corrected first.',
  ),
} as const satisfies Readonly<Record<string, RefusalWords>>;
