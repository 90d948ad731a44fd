import type { Browser } from 'playwright-core';
import { EXAMPLE } from '../../src/adapters/postgres/seed/example';
import { civilDateOf } from '../../src/domain/calendar/civil-date';
import { act, announce, gather, itemIds, showOfHands, signInCast, startCouncil, type Cast } from '../support/council';
import { barriers, openScreen, picture, startChromium, type Screen } from '../support/chromium';
import { startService, type Service } from '../support/service';

const KILOBYTE = 1024;
const board = `/board/${EXAMPLE.organisations.chunhe}`;

describe('the public board', () => {
  let browser: Browser;
  let service: Service;
  let cast: Cast;
  let phone: Screen;
  beforeAll(async () => {
    [browser, service] = await Promise.all([startChromium(), startService({ training: true })]);
    cast = await signInCast(service);
    await publishOne();
    const id = await startCouncil(cast, { title: '3号楼加装电梯', items: [{ title: '加装电梯的费用分摊' }] });
    await announce(service, cast, id);
    phone = await openScreen(browser, { url: service.url, size: 'phone', javaScriptEnabled: false });
  });
  afterAll(async () => {
    await browser?.close();
    await service?.close();
  });

  async function publishOne(): Promise<void> {
    const id = await startCouncil(cast);
    await announce(service, cast, id);
    await gather(service, cast, id);
    await act(cast.chair, id, 'open-sitting');
    const [first, second] = (await itemIds(cast.staff, id)) as [string, string];
    await showOfHands(cast, id, first, { inFavour: 6, against: 2, abstained: 1 });
    for (const question of ['adopt', 'drop'] as const)
      await showOfHands(
        cast,
        id,
        second,
        { inFavour: question === 'adopt' ? 4 : 7, against: 2, abstained: 0 },
        { question },
      );
    await act(cast.chair, id, 'close-sitting');
    await act(cast.staff, id, 'record-telling', {
      how: 'oral',
      toldOn: civilDateOf(await service.now()),
      audience: '有停车需求的居民',
      itemIds: [first],
    });
    await act(cast.staff, id, 'publish-result', { statement: '表决结果经监督委员会核对无误。' });
  }

  /** Looks at the page as a resident does: its picture, and how much of it came over the line. */
  async function look(name: string): Promise<{ text: string; bytes: number }> {
    await picture(phone.page, name);
    const text = await phone.page.locator('body').innerText();
    const answer = await phone.page.request.get(phone.page.url(), { headers: { Accept: 'text/html' } });
    const style = await phone.page.request.get(`${service.url}/board/style.css`);
    return { text, bytes: (await answer.body()).length + (await style.body()).length };
  }

  test('shows every community, then what it announces and what was resolved, without scripts [HDA-11.1.2] [HDA-11.3.3] [LAW-RCL-34]', async () => {
    const { page } = phone;
    await page.goto('/');
    await page.goto('/board');
    const all = await look('board-all-phone');
    expect(all.text).toContain('培训数据，不是真实公示');
    await page.getByRole('link', { name: '春和社区' }).click();
    const one = await look('board-one-phone');
    expect(one.text).toContain('3号楼加装电梯');
    expect(one.text).toMatch(/宣传橱窗：春和社区东门橱窗\s*2026年3月6日（周五）张贴/);
    expect(one.text).toContain('《社区听证会、议事会、评议会制度》11.1.2');
    await page.getByRole('link', { name: '小区停车位改造' }).click();
    const paper = await look('board-paper-phone');
    expect(paper.text).toContain('赞成 6 / 到会 9，需达到 6 → 通过');
    expect(paper.text).toMatch(/公示截止\s*2026年3月21日（周六）/);
    for (const { bytes } of [all, one, paper]) expect(bytes).toBeLessThan(100 * KILOBYTE);
    expect(phone.complaints).toEqual([]);
  });

  test('reads in English from the link on every page, what people wrote apart', async () => {
    const { page } = phone;
    await page.goto(board);
    await page.getByRole('link', { name: 'English' }).click();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.getByRole('link', { name: '小区停车位改造' }).click();
    const { text } = await look('board-paper-english-phone');
    expect(text).toContain('In favour 6 of 9 present, 6 needed → passed');
    expect(await ownWordsIn(page)).not.toMatch(/[\u4e00-\u9fff]/);
    await page.getByRole('link', { name: '中文' }).click();
    expect(new URL(page.url()).search).toBe('');
    expect(phone.complaints).toEqual([]);
  });

  /** The text of an English page without what is marked as Chinese, and without the mark of a training database. */
  async function ownWordsIn(page: Screen['page']): Promise<string> {
    const answer = await page.request.get(page.url(), { headers: { Accept: 'text/html' } });
    return (await answer.text())
      .replace(/^.*<body>/s, '')
      .replace(/<p class="training">.*?<\/p>/s, '')
      .replace(/<(\w+)[^>]* lang="zh-CN"[^>]*>.*?<\/\1>/gs, '');
  }

  test('keeps nobody out, by keyboard and for screen readers', async () => {
    const desk = await openScreen(browser, { url: service.url, size: 'notebook' });
    const { page } = desk;
    for (const address of ['/board', board, `${board}?lang=en`]) {
      await page.goto(address);
      expect(await barriers(page)).toEqual([]);
    }
    await page.goto(board);
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').textContent()).toBe('跳到正文');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').textContent()).toBe('小区停车位改造');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: '小区停车位改造' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await picture(page, 'board-paper-notebook');
    expect(desk.complaints).toEqual([]);
    await desk.close();
  });

  test('is as wide as the telephone, no wider', async () => {
    const { page } = phone;
    for (const address of ['/board', board]) {
      await page.goto(address);
      expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(390);
    }
  });
});
