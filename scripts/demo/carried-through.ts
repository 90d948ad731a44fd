import { addDays, civilDateOf } from '../../src/domain/calendar/civil-date';
import { act, gather, itemIds, showOfHands } from '../../test/support/council';
import { decideAbove } from '../../test/support/pwc-meeting';
import { begun, explain, look, type Stage } from './stage';

const DAY = 86_400_000;

/** A council from its notice to the day on which its result comes off the board. */
export async function carriedThrough(stage: Stage): Promise<void> {
  const { narrator } = stage;
  narrator.title('第二场：从公告到公示', 'Second: from notice to publication');
  const id = await begun(stage, '小区停车位改造');
  await sit(stage, id);
  const [passed, failed] = await vote(stage, id);
  await tell(stage, id, passed);
  await goUp(stage, id, { passed, failed });
  await publish(stage, id);
  narrator.check('outcomes', (await look(stage, id)).details.items.map(outcomeOf), ['adopted', 'no-agreement']);
}

const outcomeOf = ({ outcome }: { outcome: string }) => outcome;

async function sit(stage: Stage, id: string): Promise<void> {
  const { service, cast, narrator } = stage;
  await gather(service, cast, id);
  const opened = await act(cast.chair, id, 'open-sitting');
  narrator.check('stage', opened.stage, 'sitting');
  const { quorum } = (await look(stage, id)).details;
  await narrator.tell('HDA-9', '会议开启', 'sitting opened');
  narrator.detail(`${quorum.arithmetic.zh} / ${quorum.arithmetic.en}`);
}

async function vote(stage: Stage, id: string): Promise<[string, string]> {
  const { cast, narrator } = stage;
  const [first, second] = (await itemIds(cast.staff, id)) as [string, string];
  const counted = async (item: string, inFavour: number, against: number, passes: boolean) => {
    const { verdict } = await showOfHands(cast, id, item, { inFavour, against, abstained: 9 - inFavour - against });
    narrator.check('passes', verdict.passed, passes);
    const { votes } = (await look(stage, id)).details.items.find((one: { id: string }) => one.id === item);
    const { arithmetic } = votes[0].verdict;
    await narrator.tell('HDA-11.2.1', arithmetic.zh, arithmetic.en);
  };
  await counted(first, 6, 2, true);
  await counted(second, 5, 3, false);
  const postponeTo = addDays(civilDateOf(await stage.service.now()), 30);
  for (const put of [{ question: 'drop' }, { question: 'postpone', postponeTo }]) {
    const { outcome } = await showOfHands(cast, id, second, { inFavour: 4, against: 4, abstained: 1 }, put);
    narrator.check(put.question, outcome, null);
  }
  await narrator.tell(
    'HDA-11.2.1',
    '第二项不办、缓办均未达三分之二',
    'second item: neither drop nor postpone reached two thirds',
  );
  narrator.check('stage', (await act(cast.chair, id, 'close-sitting')).stage, 'following-up');
  return [first, second];
}

async function tell(stage: Stage, id: string, itemId: string): Promise<void> {
  const { service, cast, narrator } = stage;
  const { duties } = (await look(stage, id)).details;
  await narrator.tell(
    'HDA-11.3.3',
    `须于 ${duties['tell-concerned:1'].dueOn} 前告知有关人员`,
    `those concerned are told by ${duties['tell-concerned:1'].dueOn}`,
  );
  explain(stage, duties['tell-concerned:1'].explanation);
  const toldOn = civilDateOf(await service.now());
  await act(cast.staff, id, 'record-telling', { how: 'oral', toldOn, audience: '有车位需求的居民', itemIds: [itemId] });
  narrator.check('told', (await look(stage, id)).details.duties['tell-concerned:1'].status, 'met');
}

/** What passed goes on to the assembly, what was not agreed on to the Party Working Committee, whose decision comes back. */
async function goUp(stage: Stage, id: string, { passed, failed }: { passed: string; failed: string }): Promise<void> {
  const { service, cast, narrator } = stage;
  await act(cast.staff, id, 'hand-to-assembly', { itemIds: [passed] });
  await narrator.tell('HDA-11.3.1', '第一项已提交居民代表会议', 'the first item was put to the assembly');
  const { dueOn } = (await look(stage, id)).details.duties[`escalate:${failed}`];
  await narrator.tell('HDA-11.2.3a', `第二项须于 ${dueOn} 前提交党工委`, `the second goes to the PWC by ${dueOn}`);
  await decideAbove(service, cast, { id, itemId: failed, outcome: 'dropped' });
  const { settlement } = (await look(stage, id)).details.items[1].escalation;
  narrator.check('decided by', settlement.by, 'pwc');
  narrator.check('dropped', settlement.outcome, 'dropped');
  await narrator.tell(
    'HDA-11.2.3a',
    '党工委会议赞成 4 / 应到 9，未通过：不办',
    'the PWC meeting, 4 of 9 in favour, dropped it',
  );
}

async function publish(stage: Stage, id: string): Promise<void> {
  const { service, cast, narrator } = stage;
  const today = civilDateOf(await service.now());
  const { answer } = await act(cast.staff, id, 'publish-result', { statement: '欢迎居民提出意见' });
  await narrator.tell(
    'LAW-RCL-34',
    `结果已公示，至 ${answer.takeDownOn} 24:00`,
    `result posted, until the end of ${answer.takeDownOn}`,
  );
  narrator.check('fifteen full days', answer.takeDownOn, addDays(today, 15));
  narrator.check('in time', answer.late, false);
  const address = `/board/papers/${answer.publicationId}`;
  const html = await (await fetch(service.url + address, { headers: { Accept: 'text/html' } })).text();
  narrator.check('the board shows the arithmetic', html.includes('赞成 6 / 到会 9，需达到 6 → 通过'), true);
  narrator.check('the board as JSON', (await service.anonymous.get(address)).status, 200);

  await service.pass(16 * DAY);
  await narrator.tell('LAW-RCL-34', '公示期满，自动撤下，议事会结束', 'taken down by itself, the council is closed');
  narrator.check('closed', (await look(stage, id)).status, 'closed');
  narrator.check('off the board', (await service.anonymous.get(address)).status, 404);
}
