import type { Browser, Locator, Page } from 'playwright-core';
import { barriers, picture, pictureForReadme, startChromium, WEB_FOLDER } from '../support/chromium';
import {
  checkIn,
  choose,
  choosePerson,
  closeVote,
  enterHall,
  fieldOf,
  nameOf,
  openAction,
  pick,
  send,
} from '../support/clerk';
import { startService, type Service } from '../support/service';
import { Windows } from '../support/windows';

/** A whole council, by mouse and by what stands on the screen; nothing is asked of the API but by the pages themselves. */
describe('a council in the browser', () => {
  let browser: Browser;
  let service: Service;
  let windows: Windows;
  beforeAll(async () => {
    [browser, service] = await Promise.all([startChromium(), startService({ training: true, webFolder: WEB_FOLDER })]);
    windows = new Windows(browser, service.url);
  });
  afterAll(async () => {
    await windows?.keepLast('walk');
    await browser?.close();
    await service?.close();
  });

  test('staff start it from the workbench', async () => {
    const page = await windows.of('chunhe.staff');
    await picture(page, 'walk-01-workbench');
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: '启动程序' }).first().click();
    const form = page.locator('main');
    await form.getByLabel('议事主题').fill('小区停车位改造');
    await form.getByText('社区党组织征求意见', { exact: true }).click();
    await form.getByLabel('征求意见情况').fill('党组织入户征求意见，多数居民提出');
    await form.getByText('楼院管理、设施、环境等公共事务', { exact: true }).click();
    await fieldOf(form, '涉及社区广大群众利益').getByText('是', { exact: true }).click();
    const items = form.getByRole('group', { name: '议题', exact: true });
    for (const [index, title] of ['地面停车位重新划线', '增设充电桩'].entries()) {
      // The first one is there already.
      if (index > 0) await items.getByRole('button', { name: '添加一项' }).click();
      await items
        .getByRole('group', { name: `议题 ${index + 1}` })
        .getByLabel('议题名称')
        .fill(title);
    }
    const due = form.getByRole('group', { name: '应到会人员', exact: true });
    await due.getByRole('button', { name: '添加名册全部人员' }).click();
    await due.getByRole('button', { name: '删去应到会人员 1', exact: true }).waitFor();
    const officers = form.getByRole('group', { name: '主持和记录', exact: true });
    await choosePerson(officers, '主持人', nameOf('chunhe.chair'));
    await choosePerson(officers, '记录人', nameOf('chunhe.recorder'));
    await picture(page, 'walk-02-start');
    expect(await barriers(page)).toEqual([]);
    await form.getByRole('button', { name: '启动程序' }).click();
    await page.getByRole('heading', { name: '小区停车位改造' }).waitFor();
    windows.walkOn(page);
    await picture(page, 'walk-03-started');
    expect(await barriers(page)).toEqual([]);
  });

  test('the notice is issued and its posting confirmed; too early it does not open [HDA-11.1.2]', async () => {
    const page = await windows.of('chunhe.staff');
    const notice = await openAction(page, '发出会议通知');
    await pick(notice, '会议时间', '2026-03-06 09:00');
    await notice.getByLabel('会议地点').fill('社区议事厅');
    await notice
      .getByRole('group', { name: '公告平台和位置', exact: true })
      .getByRole('button', { name: '添加一项' })
      .click();
    await choose(notice, '公告平台', '宣传橱窗');
    await notice.getByLabel('张贴位置').fill('春和社区东门橱窗');
    await picture(page, 'walk-04-notice');
    await send(notice, '发出会议通知');
    const posting = await openAction(page, '确认张贴');
    await pick(posting, '张贴日期', '2026-03-02');
    await posting.getByLabel('说明').fill('已张贴');
    await send(posting, '确认张贴');
    await picture(page, 'walk-05-posted');
    expect(await barriers(page)).toEqual([]);
    await page.locator('.ant-message-notice').first().waitFor({ state: 'hidden' });
    await pictureForReadme(page, 'procedure');
    const chair = await windows.of('chunhe.chair');
    expect(await chair.getByRole('button', { name: '开启会议', exact: true }).count()).toBe(0);
    await chair.getByText(/^暂不能办的事项/).click();
    const early = chair.getByRole('listitem').filter({ hasText: '开启会议' });
    expect(await early.innerText()).toMatch(/HDA-11\.1\.2[\s\S]*最早可在 2026年3月6日/);
  });

  test('the training clock is moved on to the day of the meeting', async () => {
    const page = await windows.moveClock('2026-03-06 09:05', /业务时间.*2026年3月6日（周五） 09:0[5-9]/);
    await picture(page, 'walk-06-clock');
    expect(await barriers(page)).toEqual([]);
  });

  test('people are checked in, the sitting opens, both items are decided [HDA-9] [HDA-11.2.1]', async () => {
    const recorder = await windows.of('chunhe.recorder');
    const chair = await windows.of('chunhe.chair');
    for (const page of [recorder, chair]) await enterHall(page);
    await checkIn(recorder, { untilLeft: 1 });
    await send(await openAction(chair, '开启会议'), '开启会议');
    await putToVote(chair, '地面停车位重新划线', '举手');
    await closeVote(recorder, { 赞成: 3, 反对: 1, 弃权: 0 });
    await chair.getByText('赞成 3 / 到会 4，需达到 3 → 通过').waitFor();
    await putToVote(chair, '增设充电桩', '记名投票');
    for (let cast = 1; cast <= 4; cast += 1) {
      await recorder
        .getByRole('button', { name: /^赞成：/ })
        .first()
        .click();
      await chair.getByText(`已投票 ${cast} / 应投票 4`).waitFor();
    }
    await picture(chair, 'walk-09-in-the-hall');
    await chair.locator('.ant-message-notice').first().waitFor({ state: 'hidden' });
    await pictureForReadme(chair, 'hall');
    await closeVote(recorder, null);
    await chair.getByText('赞成 4 / 到会 4，需达到 3 → 通过').waitFor();
    expect(await barriers(chair)).toEqual([]);
    await send(await openAction(chair, '结束会议'), '结束会议');
  });

  test('those concerned are told, the result is published, and residents read it [HDA-11.3.3]', async () => {
    const page = await windows.of('chunhe.staff');
    const telling = await openAction(page, '登记告知');
    await telling.getByText('口头告知', { exact: true }).click();
    await pick(telling, '告知日期', '2026-03-06');
    await telling.getByLabel('告知对象').fill('有停车需求的居民');
    for (const item of ['地面停车位重新划线', '增设充电桩']) await choose(telling, '告知的议题', item);
    await telling.getByLabel('告知对象').click();
    await picture(page, 'walk-10-telling');
    await send(telling, '登记告知');
    await send(await openAction(page, '公示结果'), '公示结果');
    await page.getByText('公示中').first().waitFor();
    await picture(page, 'walk-11-published');
    expect(await barriers(page)).toEqual([]);
    const phone = await windows.ofResident();
    await phone.goto('/board');
    await phone.getByRole('link', { name: '春和社区' }).click();
    await phone.getByRole('link', { name: '小区停车位改造' }).click();
    expect(await phone.locator('main').innerText()).toContain('赞成 3 / 到会 4，需达到 3 → 通过');
    await picture(phone, 'walk-12-board-phone');
    await pictureForReadme(phone, 'board');
  });

  test('no browser complained of anything on the way', () => {
    expect(windows.complaints()).toEqual([]);
  });

  async function putToVote(chair: Page, item: string, method: string): Promise<void> {
    const put = await openAction(chair, '提交表决');
    await chooseItem(put, item);
    await put.getByText('是否通过', { exact: true }).click();
    await put.getByText(method, { exact: true }).click();
    await picture(chair, 'walk-07-put-to-vote');
    await send(put, '提交表决');
  }

  /** An only item is chosen by the form itself. */
  async function chooseItem(form: Locator, item: string): Promise<void> {
    if (await form.getByText(item, { exact: true }).isVisible()) return;
    await choose(form, '议题', item);
  }
});
