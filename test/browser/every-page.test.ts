import type { Browser } from 'playwright-core';
import { EXAMPLE } from '../../src/adapters/postgres/seed/example';
import { dutyYearId } from '../../src/contract/messages/duty-year';
import { announce, itemIds, person, showOfHands, gather, act, signInCast, startCouncil } from '../support/council';
import { openYears } from '../support/duty-years';
import { holdMeeting } from '../support/periodic-meeting';
import { barriers, openScreen, picture, signedInAs, startChromium, WEB_FOLDER, type Screen } from '../support/chromium';
import { startService, type Service } from '../support/service';

/** A study session of the example's subdistrict. */
async function heldMeeting(service: Service): Promise<string> {
  const [office, chairing] = await Promise.all(
    ['office.party-affairs', 'office.secretary'].map((name) => service.signIn(name)),
  );
  const people = { chair: person('office.secretary'), recorder: person('office.recorder') };
  const place = { organisationId: EXAMPLE.organisations.office, type: 'study' as const };
  return holdMeeting(service, { ...place, ...people, office: office!, chairing: chairing! });
}

/** What people come to by the menu, and by a link from there. */
describe('every page', () => {
  let browser: Browser;
  let service: Service;
  let pages: Readonly<Record<string, readonly (readonly [string, string])[]>>;
  beforeAll(async () => {
    [browser, service] = await Promise.all([startChromium(), startService({ training: true, webFolder: WEB_FOLDER })]);
    const cast = await signInCast(service);
    const id = await startCouncil(cast, { items: [{ title: '增设充电桩' }] });
    await announce(service, cast, id);
    await gather(service, cast, id);
    await act(cast.chair, id, 'open-sitting');
    const [itemId] = await itemIds(cast.staff, id);
    for (const question of ['adopt', 'drop', 'postpone'] as const)
      await showOfHands(
        cast,
        id,
        itemId!,
        { inFavour: 1, against: 8, abstained: 0 },
        { question, postponeTo: '2026-12-01' },
      );
    await act(cast.chair, id, 'close-sitting');
    await act(cast.staff, id, 'escalate', { itemId });
    const { id: agendaItem } = await service.database.agendaItem.findFirstOrThrow();
    await openYears(service);
    const dutyYear = dutyYearId(EXAMPLE.organisations.office, 2026);
    const meeting = await heldMeeting(service);
    pages = {
      admin: [
        ['workbench', '/app/'],
        ['start', '/app/start'],
        ['procedures', '/app/procedures'],
        ['notifications', '/app/notifications'],
        ['agenda', '/app/agenda'],
        ['organisations', '/app/organisations'],
        ['organisation', `/app/organisations/${EXAMPLE.organisations.chunhe}`],
        ['people', '/app/people'],
        ['accounts', '/app/accounts'],
        ['account', '/app/account'],
        ['rulebooks', '/app/rulebooks'],
        ['calendar', '/app/calendar'],
        ['outbox', '/app/outbox'],
        ['clock', '/app/clock'],
        ['no-page', '/app/nothing-here'],
      ],
      'office.party-affairs': [
        ['procedure', `/app/procedures/${id}`],
        ['agenda-item', `/app/agenda/${agendaItem}`],
        ['duty-year', `/app/procedures/${dutyYear}`],
        ['periodic-meeting', `/app/procedures/${meeting}`],
      ],
    };
  });
  afterAll(async () => {
    await browser?.close();
    await service?.close();
  });

  const inEnglish = async ({ page }: Screen) => {
    await page.getByRole('button', { name: 'English' }).first().click();
    await page.getByRole('button', { name: '中文' }).first().waitFor();
  };

  test.each([
    ['on a notebook, in Chinese', 'notebook', false],
    ['on a telephone, in English', 'phone', true],
  ] as const)(
    'stands there %s: nothing that keeps people out, nothing to move sideways, no error',
    async (_case, size, english) => {
      const wrong: string[] = [];
      for (const [username, theirs] of Object.entries(pages)) {
        const screen = await openScreen(browser, { url: service.url, size });
        await signedInAs(screen, service.url, await service.signIn(username));
        await screen.page.goto('/app/');
        if (english) await inEnglish(screen);
        for (const [page, path] of theirs) {
          await screen.page.goto(path);
          const heading = screen.page.getByRole('heading', { level: 1 }).first();
          await heading.waitFor({ timeout: 5_000 }).catch(() => wrong.push(`${page}: no heading`));
          await screen.page.locator('.ant-spin').first().waitFor({ state: 'detached' });
          wrong.push(...(await barriers(screen.page)).map((barrier) => `${page}: ${barrier}`));
          const over = await screen.page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
          if (over > 0) wrong.push(`${page}: ${over} px wider than the screen`);
          await picture(screen.page, `every-${page}-${size}`);
        }
        wrong.push(...screen.complaints);
        await screen.close();
      }
      expect(wrong).toEqual([]);
    },
  );
});
