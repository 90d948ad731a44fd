import type { Browser, Page } from 'playwright-core';
import { PASSWORD } from '../support/api';
import { barriers, openScreen, picture, signedInAs, startChromium, WEB_FOLDER, type Screen } from '../support/chromium';
import { choose, fieldOf, nameOf, openAction, send } from '../support/clerk';
import { act, announce, person, signInCast, startCouncil, type Cast } from '../support/council';
import { startService, type Service } from '../support/service';

const KILOBYTE = 1024;

describe('forms in the browser', () => {
  let browser: Browser;
  let service: Service;
  let cast: Cast;
  let id: string;
  let staff: Screen;
  beforeAll(async () => {
    [browser, service] = await Promise.all([startChromium(), startService({ training: true, webFolder: WEB_FOLDER })]);
    cast = await signInCast(service);
    id = await startCouncil(cast);
    await announce(service, cast, id);
  });
  beforeEach(async () => {
    staff = await openScreen(browser, { url: service.url, size: 'notebook' });
    await signedInAs(staff, service.url, await service.signIn('chunhe.staff'));
  });
  afterEach(() => staff.close());
  afterAll(async () => {
    await browser?.close();
    await service?.close();
  });

  const leaveOf = async (username: string) => {
    const { details } = (await cast.secretary.get(`/api/procedures/${id}`)).body;
    return details.sitting.attendance[person(username)]?.leave ?? null;
  };

  /** Presses Tab until what has the focus says that. */
  async function tabTo(page: Page, words: string): Promise<void> {
    for (let presses = 0; presses < 80; presses += 1) {
      await page.keyboard.press('Tab');
      const focused = page.locator(':focus');
      const label = await focused.evaluate((element) => {
        const { labels, textContent } = element as unknown as {
          labels?: ArrayLike<{ textContent: string }>;
          textContent: string;
        };
        return labels?.length ? Array.from(labels, (one) => one.textContent).join() : textContent;
      });
      if (label.trim() === words) return;
    }
    throw new Error(`no way by Tab to ${words}`);
  }

  test('the workbench comes in under 500 KB, whole', async () => {
    const sizes: Promise<number>[] = [];
    staff.page.on('requestfinished', (request) => {
      sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
    });
    await staff.page.goto('/app/', { waitUntil: 'networkidle' }).catch(() => undefined);
    await staff.page.getByRole('heading', { name: '工作台' }).waitFor();
    const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    expect(total).toBeGreaterThan(100 * KILOBYTE);
    expect(total).toBeLessThan(500 * KILOBYTE);
    expect(staff.complaints).toEqual([]);
  });

  test('a form is reached, filled in and sent by keyboard alone', async () => {
    const { page } = staff;
    await page.goto(`/app/procedures/${id}`);
    await page.getByRole('button', { name: '登记请假', exact: true }).waitFor();
    await tabTo(page, '登记请假');
    await page.keyboard.press('Enter');
    await page.locator('.open-form').waitFor();
    await tabTo(page, '人员');
    await page.keyboard.type(nameOf('chunhe.member5'));
    await page.keyboard.press('Enter');
    await tabTo(page, '理由');
    await page.keyboard.type('外出就医');
    await tabTo(page, '登记请假');
    await page.keyboard.press('Enter');
    await page.locator('.open-form').waitFor({ state: 'detached' });
    expect(await leaveOf('chunhe.member5')).toBe('外出就医');
    expect(staff.complaints).toEqual([]);
  });

  test('what was typed outlives the end of a session, and goes on after signing in again', async () => {
    const { page } = staff;
    await page.goto(`/app/procedures/${id}`);
    const form = await openAction(page, '登记请假');
    await choose(form, '人员', nameOf('chunhe.member6'));
    await form.getByLabel('理由').fill('单位值班');
    await service.database.session.deleteMany({ where: { account: { username: 'chunhe.staff' } } });
    // The stream says at once that the session is over: nobody has to find out by sending.
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('密码').fill(PASSWORD);
    await picture(page, 'session-over-notebook');
    expect(await barriers(page)).toEqual([]);
    await dialog.getByRole('button', { name: '登录', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await form.getByLabel('理由').inputValue()).toBe('单位值班');
    await send(form, '登记请假');
    expect(await leaveOf('chunhe.member6')).toBe('单位值班');
    // That a request was turned away is what the browser says; it says nothing else.
    expect(staff.complaints.filter((text) => !text.includes('status of 401'))).toEqual([]);
  });

  test('what somebody else does meanwhile is shown, and nothing that is being typed is lost', async () => {
    const { page } = staff;
    await page.goto(`/app/procedures/${id}`);
    const form = await openAction(page, '登记请假');
    await form.getByLabel('理由').fill('照顾家人');
    await act(cast.recorder, id, 'record-leave', { personId: person('chunhe.member7'), reason: '出差' });
    await page.getByText('此程序刚刚有变化').waitFor();
    await picture(page, 'changed-by-another-notebook');
    expect(await form.getByLabel('理由').inputValue()).toBe('照顾家人');
    expect(staff.complaints).toEqual([]);
  });

  test('nothing slides or fades for those who asked their system for less motion', async () => {
    for (const reducedMotion of ['reduce', 'no-preference'] as const) {
      await staff.page.emulateMedia({ reducedMotion });
      await staff.page.goto(`/app/procedures/${id}`);
      // What turns tells that something is on its way, and may.
      await staff.page.evaluate(`
        window.moved = 0;
        for (const name of ['transitionstart', 'animationstart'])
          addEventListener(name, ({ target }) => target.closest('.ant-spin') || (window.moved += 1));
      `);
      const form = await openAction(staff.page, '登记请假');
      await form.getByRole('combobox').first().click();
      await staff.page.locator('.ant-select-dropdown .ant-select-item').first().waitFor();
      const moved = await staff.page.evaluate<number>('window.moved');
      if (reducedMotion === 'reduce') expect(moved).toBe(0);
      else expect(moved).toBeGreaterThan(0);
    }
  });

  test('a kind that the browser was not built for works from its action schemas alone', async () => {
    const { page } = staff;
    const sent: unknown[] = [];
    await madeUp(page, id, sent);
    await page.goto(`/app/procedures/${id}`);
    const form = await openAction(page, '种下树苗');
    await form.getByLabel('树的名字').fill('银杏');
    await fieldOf(form, '种法').getByText('移栽', { exact: true }).click();
    await choose(form, '地块', '南坡');
    await form.getByLabel('棵数').fill('3');
    await picture(page, 'made-up-kind-notebook');
    expect(await barriers(page)).toEqual([]);
    await send(form, '种下树苗');
    expect(sent).toEqual([{ name: '银杏', how: 'transplant', plot: 'p2', trees: 3 }]);
    expect(staff.complaints).toEqual([]);
  });
});

/** Lets one window see a procedure of a kind that does not exist, in the place of the one that does; what it sends is kept. */
async function madeUp(page: Page, id: string, sent: unknown[]): Promise<void> {
  const schema = {
    type: 'object',
    properties: {
      name: { type: 'string', maxLength: 20, title: '树的名字', titleEn: 'Name of the tree' },
      how: {
        enum: ['seed', 'transplant'],
        labels: { seed: { zh: '播种', en: 'Seed' }, transplant: { zh: '移栽', en: 'Transplant' } },
        title: '种法',
        titleEn: 'How',
      },
      plot: { type: 'string', entity: 'plot', title: '地块', titleEn: 'Plot' },
      trees: { type: 'integer', minimum: 1, maximum: 9, title: '棵数', titleEn: 'How many' },
    },
    required: ['name', 'how', 'plot', 'trees'],
  };
  const offer = {
    items: [
      { name: 'plant', title: { zh: '种下树苗', en: 'Plant' }, possible: true, follows: null, schema, reason: null },
    ],
    choices: {
      plot: [
        { value: 'p1', label: [{ text: '北坡' }] },
        { value: 'p2', label: [{ text: '南坡' }] },
      ],
    },
    people: {},
  };
  await page.route(`**/api/procedures/${id}`, async (route) => {
    const response = await route.fetch();
    const real = (await response.json()) as object;
    await route.fulfill({ response, json: { ...real, kind: 'grove', hall: null, details: { trees: 7 }, sheet: [] } });
  });
  await page.route(`**/api/procedures/${id}/actions`, (route) => route.fulfill({ json: offer }));
  await page.route(`**/api/procedures/${id}/actions/plant`, async (route) => {
    sent.push(route.request().postDataJSON());
    await route.fulfill({ json: { id, stage: 'grown', status: 'open', version: 99, answer: {} } });
  });
}
