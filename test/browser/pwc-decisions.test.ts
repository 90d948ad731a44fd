import type { Browser, Locator } from 'playwright-core';
import { EXAMPLE } from '../../src/adapters/postgres/seed/example';
import { civilDateOf } from '../../src/domain/calendar/civil-date';
import { barriers, picture, startChromium, WEB_FOLDER } from '../support/chromium';
import {
  checkIn,
  choose,
  choosePerson,
  closeVote,
  enterHall,
  nameOf,
  openAction,
  pick,
  pickOne,
  send,
  startByHand,
} from '../support/clerk';
import {
  act,
  announce,
  gather,
  itemIds,
  mustBe,
  person,
  showOfHands,
  signInCast,
  startCouncil,
} from '../support/council';
import { startService, type Service } from '../support/service';
import { Windows } from '../support/windows';

const APPOINTMENT = '综合行政执法队队长人选';
const CENTRE = '党群服务中心选址';
const CHARGING = '增设充电桩';

/** What the Party Working Committee decides, puts off and gives back, by mouse; what comes before it is there already. */
describe('decisions of the PWC in the browser', () => {
  let browser: Browser;
  let service: Service;
  let windows: Windows;
  let council: string;
  beforeAll(async () => {
    [browser, service] = await Promise.all([startChromium(), startService({ training: true, webFolder: WEB_FOLDER })]);
    windows = new Windows(browser, service.url);
    council = `/app/procedures/${await withoutAgreement(service)}`;
    await propose(service, APPOINTMENT, 'personnel');
    await propose(service, CENTRE, 'development');
  });
  afterAll(async () => {
    await windows?.keepLast('decisions');
    await browser?.close();
    await service?.close();
  });

  test('staff of a community put before it what their council did not agree on [HDA-11.2.3a]', async () => {
    const page = await windows.of('chunhe.staff');
    await page.goto(council);
    await send(await openAction(page, '提交上级讨论决定'), '提交上级讨论决定');
    await picture(page, 'decisions-01-escalated');
    const office = await windows.of('office.party-affairs');
    await office.goto(`/app/agenda?organisation=${EXAMPLE.organisations.office}`);
    await office.getByRole('link', { name: CHARGING }).waitFor();
    await picture(office, 'decisions-02-agenda');
  });

  test('the secretary puts three items on a meeting, with the person to be appointed [PWR-3.1.5a] [PWR-3.1.11f]', async () => {
    const office = await windows.of('office.party-affairs');
    await startByHand(office, '党工委会议', {
      title: ['会议名称', '三月党工委会议'],
      people: { '记录人（党办专人）': 'office.recorder' },
    });
    windows.walkOn(office);
    const page = await windows.of('office.secretary');
    const form = await openAction(page, '确定议题');
    const items = form.getByRole('group', { name: /^议题（按讨论顺序/ }).first();
    for (const [index, title] of [APPOINTMENT, CHARGING, CENTRE].entries()) {
      await items.getByRole('button', { name: '添加一项' }).last().click();
      await choose(entry(items, index + 1), '议程中的议题', title);
    }
    const people = entry(items, 1)
      .getByRole('group', { name: /^涉及人选/ })
      .first();
    await people.getByRole('button', { name: '添加一项' }).click();
    await people.getByLabel('姓名').fill('候选人甲');
    await pickOne(people, '事项', '任用');
    await form.getByLabel('听取成员意见的情况').fill('书记办公会已听取');
    await picture(page, 'decisions-03-agenda');
    await send(form, '确定议题');
    for (const title of [APPOINTMENT, CHARGING, CENTRE]) await page.getByRole('heading', { name: title }).waitFor();
    expect(await barriers(page)).toEqual([]);
    const notice = await openAction(await windows.atProcedure('office.party-affairs'), '发出会议通知');
    await pick(notice, '会议时间', '2026-03-12 09:00');
    await notice.getByLabel('会议地点').fill('街道三楼会议室');
    await send(notice, '发出会议通知');
    const papers = await openAction(office, '分送材料');
    for (const title of [APPOINTMENT, CHARGING, CENTRE]) await choose(papers, '议题', title);
    await papers.getByText('分送材料').first().click();
    await choosePerson(papers, '审阅人（没有登记过审阅的材料）', nameOf('office.deputy1'));
    await send(papers, '分送材料');
    await windows.moveClock('2026-03-12 09:05', /业务时间.*2026年3月12日（周四） 09:0[5-9]/);
  });

  test('personnel is refused with five of nine in the room, and put with six [PWR-3.1.4b] [PWR-3.1.11a]', async () => {
    const recorder = await windows.atProcedure('office.recorder');
    const secretary = await windows.atProcedure('office.secretary');
    for (const page of [recorder, secretary]) await enterHall(page);
    await checkIn(recorder, { untilLeft: 4 });
    await send(await openAction(secretary, '开启会议'), '开启会议');
    const put = await openAction(secretary, '提交表决');
    await take(put, APPOINTMENT);
    await take(put, `${APPOINTMENT}\u3000任用\u3000候选人甲`, '人选（干部人事议题）');
    await put.getByText('无记名票决', { exact: true }).click();
    await choosePerson(put, '监票人（票决）', nameOf('office.member1'));
    await choosePerson(put, '计票人（票决）', nameOf('office.staff'));
    await put.getByRole('button', { name: '提交表决', exact: true }).click();
    await secretary.locator('.ant-modal-confirm-btns').getByRole('button', { name: '提交表决' }).click();
    await put
      .getByText(/PWR-3\.1\.4b/)
      .first()
      .waitFor();
    await picture(secretary, 'decisions-04-five-of-nine');
    expect(await barriers(secretary)).toEqual([]);
    await checkIn(recorder, { untilLeft: 3 });
    const consultation = await openAction(recorder, '汇报酝酿情况');
    await take(consultation, APPOINTMENT);
    await consultation.getByLabel('酝酿情况').fill('书记办公会已酝酿');
    await send(consultation, '汇报酝酿情况');
    await sumUp(APPOINTMENT, '提请票决');
    await send(put, '提交表决');
    await closeVote(secretary, { 赞成: 5, 反对: 1, 弃权: 0 });
    await secretary.getByText('赞成 5 / 应到 9，需达到 5 → 通过').first().waitFor();
    await picture(secretary, 'decisions-05-six-of-nine');
  });

  test('what the council could not agree on is adopted; what opinions differ on is put off [PWR-3.1.11a] [PWR-3.1.11h]', async () => {
    const secretary = await windows.of('office.secretary');
    await sumUp(CHARGING, '建议通过');
    const put = await openAction(secretary, '提交表决');
    await take(put, CHARGING);
    await put.getByText('举手', { exact: true }).click();
    await send(put, '提交表决');
    await closeVote(secretary, { 赞成: 6, 反对: 0, 弃权: 0 });
    await secretary.getByText('赞成 6 / 应到 9，需达到 5 → 通过').first().waitFor();
    await sumUp(CENTRE, '两处选址意见不一');
    const defer = await openAction(secretary, '分歧较大，缓议');
    await take(defer, CENTRE);
    await defer.getByLabel('分歧情况').fill('需再调研两处选址');
    await send(defer, '分歧较大，缓议');
    await send(await openAction(secretary, '结束会议'), '结束会议');
    await picture(secretary, 'decisions-06-closed');
    expect(await barriers(secretary)).toEqual([]);
  });

  test('the decision comes back to the council, which goes on with it [HDA-11.2.3a]', async () => {
    const page = await windows.of('chunhe.staff');
    await page.goto(council);
    await page.getByText('上级决定').waitFor();
    expect(await page.locator('main').innerText()).toMatch(/上级决定\s*同意\s*2026年3月12日/);
    await page.getByRole('button', { name: '提交居民代表会议或居民会议' }).waitFor();
    await picture(page, 'decisions-07-returned');
    expect(await barriers(page)).toEqual([]);
  });

  test('the item that was put off is on the next meeting by itself [PWR-3.1.11h]', async () => {
    const office = await windows.of('office.party-affairs');
    await startByHand(office, '党工委会议', {
      title: ['会议名称', '下一次党工委会议'],
      people: { '记录人（党办专人）': 'office.recorder' },
    });
    windows.walkOn(office);
    const page = await windows.atProcedure('office.secretary');
    const form = await openAction(page, '确定议题');
    await form.getByLabel('听取成员意见的情况').fill('书记办公会已听取');
    await send(form, '确定议题');
    await page.getByRole('heading', { name: CENTRE }).waitFor();
    await picture(page, 'decisions-08-back');
    expect(await barriers(page)).toEqual([]);
  });

  test('no browser complained of anything on the way but the refusal', () => {
    expect(windows.complaints().filter((text) => !text.includes('409'))).toEqual([]);
  });

  const entry = (list: Locator, number: number) => list.getByRole('group', { name: new RegExp(` ${number}$`) }).first();

  async function sumUp(item: string, text: string): Promise<void> {
    const form = await openAction(await windows.of('office.recorder'), '汇总讨论意见');
    await take(form, item);
    await form.getByLabel('汇总和决策意见').fill(text);
    await send(form, '汇总讨论意见');
  }

  /** An only one is chosen by the form itself. */
  async function take(form: Locator, option: string, label = '议题'): Promise<void> {
    if (await form.getByText(option, { exact: true }).first().isVisible()) return;
    await choose(form, label, option);
  }
});

/** A council of the community that neither adopted, dropped nor postponed its item. */
async function withoutAgreement(service: Service): Promise<string> {
  const cast = await signInCast(service);
  const id = await startCouncil(cast, { items: [{ title: CHARGING }] });
  await announce(service, cast, id);
  await gather(service, cast, id);
  await act(cast.chair, id, 'open-sitting');
  const [itemId] = (await itemIds(cast.staff, id)) as [string];
  const counts = { inFavour: 1, against: 8, abstained: 0 };
  for (const question of ['adopt', 'drop', 'postpone'] as const)
    await showOfHands(cast, id, itemId, counts, { question, postponeTo: '2026-12-01' });
  await act(cast.chair, id, 'close-sitting');
  return id;
}

/** A member proposes an item, and everything is prepared that it has to have. */
async function propose(service: Service, title: string, category: string): Promise<void> {
  const [member, office] = await Promise.all(
    ['member1', 'party-affairs'].map((name) => service.signIn(`office.${name}`)),
  );
  const proposal = { organisationId: EXAMPLE.organisations.office, title, category, traits: [] };
  const item = mustBe(await member!.post('/api/agenda', proposal), 201, 'proposal').body;
  const on = civilDateOf(await service.now());
  for (const { what } of item.preparations) {
    const by = what === 'cleared-papers' ? { clearedById: person('office.secretary') } : {};
    mustBe(await office!.post(`/api/agenda/${item.id}/preparations`, { what, on, text: '已办理', ...by }), 200, what);
  }
}
