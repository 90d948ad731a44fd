import type { Browser, Page } from 'playwright-core';
import {
  act,
  announce,
  itemIds,
  NINE,
  openVoteId,
  person,
  signInCast,
  startCouncil,
  type Cast,
} from '../support/council';
import { barriers, openScreen, picture, signedInAs, startChromium, WEB_FOLDER, type Screen } from '../support/chromium';
import { lineTo, type Line } from '../support/line';
import { startService, type Service } from '../support/service';

describe('the meeting page', () => {
  let browser: Browser;
  let line: Line;
  let service: Service;
  let cast: Cast;
  let id: string;
  let recorder: Screen;
  let chair: Screen;
  beforeAll(async () => {
    [browser, service] = await Promise.all([startChromium(), startService({ training: true, webFolder: WEB_FOLDER })]);
    line = await lineTo(service.url);
    cast = await signInCast(service);
    id = await startCouncil(cast);
    const meetingAt = await announce(service, cast, id);
    await service.pass(meetingAt - (await service.now()) + 60_000);
    recorder = await window('recorder', line.url);
    chair = await window('chair', service.url);
  });
  afterAll(async () => {
    await browser?.close();
    line?.close();
    await service?.close();
  });

  async function window(who: 'recorder' | 'chair', url: string): Promise<Screen> {
    const screen = await openScreen(browser, { url, size: 'notebook' });
    await signedInAs(screen, url, cast[who]);
    await screen.page.goto(`/app/procedures/${id}/meeting`);
    await screen.page.getByText('自动更新').waitFor();
    return screen;
  }

  const row = (page: Page, index: number) => page.locator('.due tbody tr').nth(index);

  test('the recorder checks everybody in with one press each, and the chair sees it without asking [HDA-9]', async () => {
    const buttons = recorder.page.getByRole('button', { name: /^登记签到：/ });
    await buttons.first().waitFor();
    await picture(recorder.page, 'meeting-before-notebook');
    for (let left = 9; left > 2; left -= 1) {
      await buttons.first().click();
      await buttons.nth(left - 1).waitFor({ state: 'detached' });
    }
    await chair.page.getByText('到会 7 / 应到 9，需达到 5 → 达到法定人数').first().waitFor();
    expect(await row(chair.page, 0).innerText()).toContain('到会');
    expect(await chair.page.getByRole('button', { name: /^登记签到：/ }).count()).toBe(0);
  });

  test('an open vote shows who has voted, and its result with the arithmetic [HDA-11.2.1]', async () => {
    await act(cast.chair, id, 'open-sitting');
    const [itemId] = await itemIds(cast.staff, id);
    await act(cast.chair, id, 'put-to-vote', { itemId, question: 'adopt', method: 'open-ballot' });
    const voteId = await openVoteId(cast.staff, id);
    await recorder.page.getByText('已投票 0 / 应投票 7').waitFor();
    await recorder.page
      .getByRole('button', { name: /^赞成：/ })
      .first()
      .click();
    await chair.page.getByText('已投票 1 / 应投票 7').waitFor();
    await picture(recorder.page, 'meeting-voting-notebook');
    expect(await barriers(recorder.page)).toEqual([]);
    const { electors } = (await cast.staff.get(`/api/procedures/${id}`)).body.hall.vote as { electors: string[] };
    expect(NINE.map(person)).toEqual(expect.arrayContaining(electors));
    const { items } = (await cast.staff.get(`/api/procedures/${id}/votes/${voteId}/ballots`)).body;
    const left = electors.filter((one) => one !== items[0].personId);
    for (const personId of left.slice(0, 4))
      await act(cast.recorder, id, 'enter-ballot', { voteId, personId, choice: 'in-favour' });
    await act(cast.recorder, id, 'enter-ballot', { voteId, personId: left[4], choice: 'against' });
    await chair.page.getByText('已投票 6 / 应投票 7').waitFor();
    await act(cast.recorder, id, 'close-vote', { voteId });
    await chair.page.getByText('赞成 5 / 到会 7，需达到 5 → 通过').waitFor();
    await picture(chair.page, 'meeting-result-notebook');
  });

  test('a lost line is shown plainly, and heals by itself; what happened in between is there then', async () => {
    line.cut();
    await recorder.page.getByText('与服务的连接中断').waitFor();
    await picture(recorder.page, 'meeting-stale-notebook');
    await act(cast.recorder, id, 'check-in', { personId: person('chunhe.member8') });
    line.mend();
    await recorder.page.getByText('自动更新').waitFor();
    await recorder.page.getByText('到会 8 / 应到 9，需达到 5 → 达到法定人数').first().waitFor();
    // The browser says of every request that it could not send that it could not; of nothing else.
    expect(recorder.complaints.filter((text) => !/net::ERR_(CONNECTION|EMPTY|INCOMPLETE|SOCKET)/.test(text))).toEqual(
      [],
    );
    expect(chair.complaints).toEqual([]);
  });
});
