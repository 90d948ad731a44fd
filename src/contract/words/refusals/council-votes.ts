import { word, type RefusalWords } from './refusal-words';

/** Items, votes and what follows from them: HDA-11.2 and HDA-11.3. */
export const councilVoteRefusals = {
  'council.unknown-item': word(
    '没有这个议题',
    'No such item',
    '找不到这个议题，请从列表中选择。',
    'The item was not found. Choose one from the list.',
  ),
  'council.all-items-decided': word(
    '议题均已表决',
    'Every item is decided',
    '所有议题都已有结果（{clause}），可以结束会议。',
    'Every item has its outcome ({clause}). Close the sitting.',
  ),
  'council.item-decided': word(
    '议题已有结果',
    'The item is decided',
    '该议题已有结果（{clause}），不能再办理此事。',
    'The item has its outcome already ({clause}).',
  ),
  'council.vote-open': word(
    '表决正在进行',
    'A vote is open',
    '请先结束正在进行的表决（{clause}）。',
    'Close the open vote first ({clause}).',
  ),
  'council.no-vote-open': word(
    '没有正在进行的表决',
    'No vote is open',
    '目前没有正在进行的表决（{clause}），请先由主持人提交表决。',
    'No vote is open ({clause}). The chair puts an item to the vote first.',
  ),
  'council.chair-recused': word(
    '主持人应当回避',
    'The chair is recused',
    '您对该议题已回避，请由受委托主持人办理（{clause}）。',
    'You are recused on this item. The deputy by delegation does it ({clause}).',
  ),
  'council.no-quorum-for-item': word(
    '回避后人数不足',
    'No quorum for this item',
    '应到 {due} 人，回避 {recused} 人，可参加表决的到会 {present} 人，需要 {needed} 人（{clause}）。该议题不能在本次会议表决，可提交上级研究。',
    'Of {due} due members {recused} are recused and {present} can take part, {needed} are needed ({clause}). The item cannot be voted on in this sitting; it may be referred to the body above.',
  ),
  'council.question-not-open': word(
    '表决事项不正确',
    'This question is not open',
    '先表决是否通过；未达三分之二的，再表决不办或缓办（{clause}）。现在可以表决：{possible}。',
    'First whether to adopt; without two thirds, whether to drop or postpone ({clause}). Possible now: {possible}.',
  ),
  'council.not-by-ballot': word(
    '本次表决不投票',
    'Not by ballot',
    '本次表决的方式是 {method}（{clause}），由记录人登记结果。',
    'This vote is taken by {method} ({clause}); the recorder enters the result.',
  ),
  'vote.not-an-elector': word(
    '不在本次表决人员之列',
    'Not an elector',
    '表决开始时不在会场或已回避的人员不参加本次表决（{clause}）。',
    'Whoever was absent or recused when the vote was opened takes no part in it ({clause}).',
  ),
  'vote.cast-already': word(
    '已经表决',
    'Already voted',
    '每人一票，此人已表决（{clause}）。',
    'One member, one vote: this one is cast ({clause}).',
  ),
  'vote.closed': word(
    '表决已结束',
    'The vote is closed',
    '表决已经结束（{clause}）。',
    'The vote has been closed ({clause}).',
  ),
  'council.counts-beside-ballots': word(
    '票数重复',
    'Counted twice',
    '已有逐人登记的意见，以其统计为准，不能再填票数（{clause}）。',
    'Votes were entered by name and are counted from there; do not enter counts as well ({clause}).',
  ),
  'council.counts-missing': word(
    '缺少票数',
    'The counts are missing',
    '请填写赞成、反对、弃权的人数，或者逐人登记意见（{clause}）。',
    'Enter how many were in favour, against and abstained, or enter votes by name ({clause}).',
  ),
  'vote.count-not-whole': word(
    '票数须为整数',
    'Not a whole number',
    '“{count}”须为不小于零的整数（{clause}）。',
    'The count {count} must be a whole number from zero ({clause}).',
  ),
  'vote.more-votes-than-present': word(
    '票数多于到会人数',
    'More votes than members present',
    '票数合计 {cast}，到会 {present} 人（{clause}），请核对。',
    '{cast} votes were counted with {present} members present ({clause}). Check the counts.',
  ),
  'vote.postponed-to-no-future-day': word(
    '缓办日期不正确',
    'No future day',
    '缓办须写明今天以后的日期（{clause}）。',
    'A postponement needs a day after today ({clause}).',
  ),
  'council.nothing-to-refer': word(
    '没有需要提交上级的议题',
    'Nothing to refer',
    '只有因回避而人数不足、不能表决的议题才提交上级研究（{clause}）。',
    'Only an item on which recusals leave no quorum is referred to the body above ({clause}).',
  ),
  'council.items-not-put': word(
    '还有议题未表决',
    'Items not yet put to the vote',
    '还有 {items} 个议题没有表决完：未通过的议题还要表决不办、缓办（{clause}）。请逐项表决，或者改期再议。',
    'Items with a question still to be put: {items}. One that did not pass is also voted on to drop and to postpone ({clause}). Put them, or adjourn.',
  ),
  'council.nothing-to-tell': word(
    '没有需要告知的事项',
    'Nothing to tell',
    '目前没有已通过而尚未告知的议题（{clause}）。',
    'No passed item is left of which those concerned were not told ({clause}).',
  ),
  'council.item-not-to-tell': word(
    '该议题不需要告知',
    'Not an item to tell',
    '只告知已通过且尚未告知的议题（{clause}）。',
    'Only passed items that were not told yet are told ({clause}).',
  ),
  'council.told-out-of-time': word(
    '告知日期不正确',
    'The day is not possible',
    '告知日期 {toldOn} 须在 {from} 至 {to} 之间（{clause}）。',
    'The day {toldOn} must lie between {from} and {to} ({clause}).',
  ),
  'publication.personal-number': word(
    '含有个人号码，不能公示',
    'A personal number stands in the paper',
    '公示内容中发现身份证、电话或银行卡号码（{clause}），请删去后再公示。',
    'An identity, phone or bank number was found in the paper ({clause}). Remove it and publish again.',
  ),
  'council.resolution-exists': word(
    '已有通过的决议，不能取消',
    'A resolution exists',
    '本次议事会已有议题通过，决议不能随意变更（{clause}）。请续会完成其余议题。',
    'An item has passed, and a resolution is not undone at will ({clause}). Issue a new notice and finish the other items.',
  ),
} as const satisfies Readonly<Record<string, RefusalWords>>;
