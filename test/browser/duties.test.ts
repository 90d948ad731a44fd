import type { Browser, Locator } from 'playwright-core';
import { barriers, picture, startChromium, WEB_FOLDER } from '../support/chromium';
import { choose, nameOf, openAction, pick, pickOne, send, startByHand } from '../support/clerk';
import { openYears } from '../support/duty-years';
import { COMMITTEE } from '../support/pwc-meeting';
import { startService, type Service } from '../support/service';
import { Windows } from '../support/windows';

/** The smallest PDF that anybody would put on file. */
const PDF = { name: 'record.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') };

/** A year of duties, by mouse: what is held counts, what is filed counts, what is late is explained. */
describe('duties of a year in the browser', () => {
  let browser: Browser;
  let service: Service;
  let windows: Windows;
  beforeAll(async () => {
    [browser, service] = await Promise.all([startChromium(), startService({ training: true, webFolder: WEB_FOLDER })]);
    windows = new Windows(browser, service.url);
    await openYears(service);
  });
  afterAll(async () => {
    await windows?.keepLast('duties');
    await browser?.close();
    await service?.close();
  });

  const row = (among: Locator, ...cells: readonly string[]) =>
    cells.reduce((rows, hasText) => rows.filter({ hasText }), among.getByRole('row'));

  test('March goes by, and what nobody did in it is overdue [PWW-2.4] [PWR-3.1.5b]', async () => {
    await windows.moveClock('2026-04-02 09:00', /业务时间.*2026年4月2日（周四） 09:0[0-9]/);
    const page = await windows.of('office.party-affairs');
    await page.goto('/app/procedures');
    const ofOffice = page.getByRole('row').filter({ hasText: '2026年度职责' }).filter({ hasText: '和畅街道' });
    await ofOffice.getByRole('link', { name: '2026年度职责' }).click();
    await page.getByRole('heading', { name: '2026年度职责' }).waitFor();
    windows.walkOn(page);
    for (const duty of ['召开中心组学习会', '书面征询近期议题', '召开党工委会议'])
      await row(page.locator('main'), duty, '2026年3月31日', '逾期').first().waitFor();
    await picture(page, 'duties-01-overdue');
    expect(await barriers(page)).toEqual([]);
  });

  test('a document on file makes one of them up [PWR-3.1.5b]', async () => {
    const page = await windows.atProcedure('office.party-affairs');
    const form = await openAction(page, '登记文件');
    await choose(form, '职责事项', `书面征询近期议题\u30002026年3月31日（周二）`);
    await pick(form, '完成日期', '2026-04-02');
    await form.getByLabel('内容摘要').fill('向各科室书面征询议题');
    await form.locator('input[type=file]').setInputFiles(PDF);
    await form.getByRole('link', { name: '查看附件' }).waitFor();
    await picture(page, 'duties-02-filing');
    await send(form, '登记文件');
    await row(page.locator('main'), '书面征询近期议题', '向各科室书面征询议题').waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  test('a study session is called, held and recorded, and counts by itself [PWW-2.4]', async () => {
    const page = await windows.of('office.party-affairs');
    await startByHand(page, '例行会议', {
      title: ['会议名称', '四月学习会'],
      people: { 主持人: 'office.secretary', 记录人: 'office.recorder' },
      more: (form) => pickOne(form, '会议种类', '中心组学习会'),
    });
    const address = page.url();
    const notice = await openAction(page, '发出会议通知');
    await pick(notice, '会议时间', '2026-04-03 09:00');
    await notice.getByLabel('会议地点').fill('街道三楼会议室');
    await notice.getByLabel('会议内容').fill('学习基层治理文件');
    await send(notice, '发出会议通知');
    await picture(page, 'duties-03-called');
    await windows.moveClock('2026-04-03 09:05', /业务时间.*2026年4月3日（周五） 09:0[5-9]/);
    const secretary = await windows.of('office.secretary');
    await page.goto(address);
    for (const name of COMMITTEE.slice(0, 5)) {
      const door = await openAction(page, '登记签到');
      await choose(door, '参会人员', nameOf(name));
      await send(door, '登记签到');
    }
    await secretary.goto(address);
    await send(await openAction(secretary, '开启会议'), '开启会议');
    await send(await openAction(secretary, '结束会议'), '结束会议');
    const record = await openAction(page, '提交会议记录');
    await record.getByLabel('会议记录').fill('到会五人，学习基层治理文件。');
    await send(record, '提交会议记录');
    await page.getByText('已结束').first().waitFor();
    await picture(page, 'duties-04-recorded');
    expect(await barriers(page)).toEqual([]);
    const year = await windows.atProcedure('office.party-affairs');
    await row(year.locator('main'), '召开中心组学习会', '2026年4月3日（周五）').first().waitFor();
  });

  test('what stays overdue is explained [PWW-2.1.8]', async () => {
    const page = await windows.atProcedure('office.party-affairs');
    const form = await openAction(page, '说明逾期原因');
    await choose(form, '职责事项', `召开党工委会议\u30002026年3月31日（周二）`);
    await form.getByLabel('说明').fill('三月换届，会议顺延');
    await send(form, '说明逾期原因');
    await row(page.locator('main'), '召开党工委会议', '三月换届，会议顺延').waitFor();
    await picture(page, 'duties-05-explained');
    expect(await barriers(page)).toEqual([]);
  });

  test('no browser complained of anything on the way', () => {
    expect(windows.complaints()).toEqual([]);
  });
});
