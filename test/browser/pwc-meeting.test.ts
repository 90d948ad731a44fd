import type { Browser, Locator, Page } from 'playwright-core';
import { EXAMPLE } from '../../src/adapters/postgres/seed/example';
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
} from '../support/clerk';
import { startService, type Service } from '../support/service';
import { Windows } from '../support/windows';

/** A meeting of the Party Working Committee, from a proposal to its signed minutes, by mouse alone. */
describe('a PWC meeting in the browser', () => {
  let browser: Browser;
  let service: Service;
  let windows: Windows;
  beforeAll(async () => {
    [browser, service] = await Promise.all([startChromium(), startService({ training: true, webFolder: WEB_FOLDER })]);
    windows = new Windows(browser, service.url);
  });
  afterAll(async () => {
    await windows?.keepLast('pwc');
    await browser?.close();
    await service?.close();
  });

  const agenda = `/app/agenda?organisation=${EXAMPLE.organisations.office}`;
  const dialogOf = async (page: Page, title: string): Promise<Locator> => {
    await page.goto(agenda);
    await page.getByRole('button', { name: title, exact: true }).click();
    return page.getByRole('dialog');
  };

  test('a member proposes an item and reports what was done in an emergency [PWR-3.1.5a] [PWR-3.1.13]', async () => {
    const page = await windows.of('office.member1');
    const proposal = await dialogOf(page, '提出议题');
    await proposal.getByLabel('议题名称').fill('背街小巷整治方案');
    await pickOne(proposal, '议题类别', '经济社会发展、居民自治、综合治理和精神文明建设');
    await proposal.getByRole('button', { name: '提出议题', exact: true }).click();
    await page.getByRole('link', { name: '背街小巷整治方案' }).waitFor();
    const report = await dialogOf(page, '报告紧急处置');
    await report.getByLabel('事项名称').fill('暴雨转移群众');
    await report.getByLabel('紧急情况和处置经过').fill('转移低洼处居民12户');
    await pick(report, '处置日期', '2026-03-02');
    await choosePerson(report, '处置人（书记、副书记或委员）', nameOf('office.deputy2'));
    await picture(page, 'pwc-01-emergency');
    await report.getByRole('button', { name: '报告紧急处置', exact: true }).click();
    await page.getByRole('link', { name: '暴雨转移群众' }).waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  test('the Party affairs office records what was prepared, and begins a meeting [PWR-3.1.9] [PWR-3.1.14]', async () => {
    const page = await windows.of('office.party-affairs');
    await page.goto(agenda);
    await page.getByRole('link', { name: '背街小巷整治方案' }).click();
    const form = page.locator('main');
    await pickOne(form, '会前准备', '材料经书记或副书记审阅');
    await pick(form, '日期', '2026-03-02');
    await form.getByLabel('情况或者省略的理由').fill('同意提交会议');
    await choosePerson(form, '审阅人（材料审阅时填写）', nameOf('office.secretary'));
    await picture(page, 'pwc-02-prepared');
    await form.getByRole('button', { name: '登记会前准备', exact: true }).click();
    await page.getByText('同意提交会议').waitFor();
    await page.goto('/app/start');
    await choose(page.locator('main'), '种类', '党工委会议');
    await form.getByLabel('会议名称').fill('三月党工委会议');
    await choosePerson(form, '记录人（党办专人）', nameOf('office.recorder'));
    await form.getByLabel('会议名称').click();
    await page.locator('.ant-select-dropdown').first().waitFor({ state: 'hidden' });
    await picture(page, 'pwc-03-start');
    expect(await barriers(page)).toEqual([]);
    await form.getByRole('button', { name: '启动程序' }).click();
    await page.getByRole('heading', { name: '三月党工委会议' }).waitFor();
    windows.walkOn(page);
  });

  test('the secretary fixes the items; the emergency is there by itself [PWR-3.1.5a] [PWR-3.1.13]', async () => {
    const page = await windows.of('office.secretary');
    const form = await openAction(page, '确定议题');
    const items = form.getByRole('group', { name: /^议题（按讨论顺序/ }).first();
    await items.getByRole('button', { name: '添加一项' }).click();
    await choose(items, '议程中的议题', '背街小巷整治方案');
    await form.getByLabel('听取成员意见的情况').fill('书记办公会已听取');
    await picture(page, 'pwc-04-agenda');
    await send(form, '确定议题');
    await page.getByRole('heading', { name: '暴雨转移群众' }).waitFor();
    await picture(page, 'pwc-05-fixed');
    expect(await barriers(page)).toEqual([]);
  });

  test('it is told four days ahead, and its papers go round [PWR-3.1.6a] [PWR-3.1.9]', async () => {
    const page = await windows.atProcedure('office.party-affairs');
    const notice = await openAction(page, '发出会议通知');
    await pick(notice, '会议时间', '2026-03-06 09:00');
    await notice.getByLabel('会议地点').fill('街道三楼会议室');
    await send(notice, '发出会议通知');
    const papers = await openAction(page, '分送材料');
    await choose(papers, '议题', '背街小巷整治方案');
    await papers.getByText('分送材料').first().click();
    await send(papers, '分送材料');
    await picture(page, 'pwc-06-noticed');
    expect(await barriers(page)).toEqual([]);
    await windows.moveClock('2026-03-06 09:05', /业务时间.*2026年3月6日（周五） 09:0[5-9]/);
  });

  test('nine sign in, one item is heard and one decided by more than half of those due [PWR-3.1.4a] [PWR-3.1.11a]', async () => {
    const recorder = await windows.atProcedure('office.recorder');
    const secretary = await windows.atProcedure('office.secretary');
    for (const page of [recorder, secretary]) await enterHall(page);
    await checkIn(recorder, { untilLeft: 0 });
    await send(await openAction(secretary, '开启会议'), '开启会议');
    const heard = await openAction(secretary, '听取，不表决');
    await heard.getByLabel('会议意见').fill('处置得当');
    await send(heard, '听取，不表决');
    const summary = await openAction(recorder, '汇总讨论意见');
    await summary.getByLabel('汇总和决策意见').fill('建议通过');
    await send(summary, '汇总讨论意见');
    const put = await openAction(secretary, '提交表决');
    await put.getByText('举手', { exact: true }).click();
    await send(put, '提交表决');
    await closeVote(secretary, { 赞成: 5, 反对: 3, 弃权: 1 });
    await secretary.getByText('赞成 5 / 应到 9，需达到 5 → 通过').waitFor();
    await picture(secretary, 'pwc-07-hall');
    expect(await barriers(secretary)).toEqual([]);
    await send(await openAction(secretary, '结束会议'), '结束会议');
  });

  test('the minutes are drafted, left to a deputy and signed by that one [PWR-3.1.14] [PWR-3.2.4]', async () => {
    const office = await windows.atProcedure('office.party-affairs');
    const draft = await openAction(office, '起草文件送签');
    await draft.getByText('会议纪要', { exact: true }).click();
    await draft.getByLabel('标题').fill('三月党工委会议纪要');
    await send(draft, '起草文件送签');
    await office.getByText(/应到 9 人，到会 9 人/).waitFor();
    await picture(office, 'pwc-08-minutes');
    expect(await barriers(office)).toEqual([]);
    const secretary = await windows.atProcedure('office.secretary');
    const delegate = await openAction(secretary, '委托签发');
    await choosePerson(delegate, '受委托签发人', nameOf('office.deputy1'));
    await send(delegate, '委托签发');
    const deputy = await windows.atProcedure('office.deputy1');
    await send(await openAction(deputy, '签发文件'), '签发文件');
    await deputy.getByText('已签发').first().waitFor();
    await picture(deputy, 'pwc-09-signed');
    expect(await barriers(deputy)).toEqual([]);
  });

  test('no browser complained of anything on the way', () => {
    expect(windows.complaints()).toEqual([]);
  });
});
