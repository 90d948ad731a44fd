import { setTimeout as pause } from 'node:timers/promises';
import { EXAMPLE } from '../../src/adapters/postgres/seed/example';
import { dutyYearId } from '../../src/contract/messages/duty-year';
import { atTime, civilDateOf } from '../../src/domain/calendar/civil-date';
import type { ApiClient } from '../support/api';
import { act, mustBe, person } from '../support/council';
import { openYears } from '../support/duty-years';
import type { MeetingTypeName } from '../../src/domain/periodic-meeting/types';
import { holdMeeting } from '../support/periodic-meeting';
import {
  callAdHoc,
  fixAgenda,
  openMeeting,
  signInCommittee,
  startMeeting,
  wrapUp,
  type MeetingCast,
} from '../support/pwc-meeting';
import { startService, type Service } from '../support/service';
import { isWhole } from '../support/story';

const YEAR = 2027;
const { organisations } = EXAMPLE;
const PLACES = { office: organisations.office, chunhe: organisations.chunhe, xinhe: organisations.xinhe };

describe('a year of duties of a subdistrict and two communities, on the training clock', () => {
  let service: Service;
  let cast: MeetingCast;
  const clients = new Map<string, ApiClient>();
  beforeAll(async () => {
    service = await startService({ training: true });
    cast = await signInCommittee(service);
    for (const name of [
      'office.member1',
      'chunhe.staff',
      'chunhe.secretary',
      'xinhe.staff',
      'xinhe.secretary',
      'office.supervisor',
    ])
      clients.set(name, await service.signIn(name));
  });
  afterAll(() => service?.close());

  const client = (name: string) => clients.get(name)!;
  const moveTo = async (day: string, time = '09:00') => service.pass(atTime(day, time) - (await service.now()));
  const day = (month: number, date: number) =>
    `${YEAR}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  const yearOf = async (place: keyof typeof PLACES) =>
    (await cast.office.get(`/api/procedures/${dutyYearId(PLACES[place], YEAR)}`)).body.details ??
    (await client(`${place}.staff`).get(`/api/procedures/${dutyYearId(PLACES[place], YEAR)}`)).body.details;

  /** A PWC meeting that hears a report, and has its minutes signed. */
  async function pwcMeets(): Promise<void> {
    const proposal = {
      organisationId: PLACES.office,
      title: '社区党组织工作汇报',
      category: 'subordinate-reports',
      traits: [],
    };
    const item = mustBe(await client('office.member1').post('/api/agenda', proposal), 201, 'proposal').body;
    const on = civilDateOf(await service.now());
    const cleared = { what: 'cleared-papers', on, text: '同意', clearedById: person('office.secretary') };
    mustBe(await cast.office.post(`/api/agenda/${item.id}/preparations`, cleared), 200, 'clearing');
    const id = await startMeeting(cast);
    const [itemId] = (await fixAgenda(cast, id, [{ agendaItemId: item.id }])) as [string];
    const meetingAt = await callAdHoc(service, cast, id);
    await openMeeting(service, cast, { id, meetingAt });
    await act(cast.secretary, id, 'note-item', { itemId });
    await act(cast.secretary, id, 'close-sitting');
    await wrapUp(service, cast, id);
  }

  const holds = (place: keyof typeof PLACES, type: MeetingTypeName) => {
    const isOffice = place === 'office';
    return holdMeeting(service, {
      ...{ organisationId: PLACES[place], type, chair: person(`${place}.secretary`) },
      recorder: person(isOffice ? 'office.recorder' : `${place}.staff`),
      office: isOffice ? cast.office : client(`${place}.staff`),
      chairing: isOffice ? cast.secretary : client(`${place}.secretary`),
    });
  };

  /** Files a document for everything of those kinds that can be filed now. */
  async function files(place: keyof typeof PLACES, kinds: readonly string[]): Promise<void> {
    const by = place === 'office' ? cast.office : client(`${place}.staff`);
    const png = Buffer.from(`%PDF-1.4 ${place} ${kinds.join()} ${await service.now()}`);
    const { id: fileId } = mustBe(await upload(by, PLACES[place], png), 201, 'file').body;
    const id = dutyYearId(PLACES[place], YEAR);
    const on = civilDateOf(await service.now());
    const { duties, occurrences } = await yearOf(place);
    for (const { key, kind, from } of occurrences as { key: string; kind: string; from: string }[])
      if (kinds.includes(kind) && from <= on && ['open', 'overdue'].includes(duties[key].status))
        await act(by, id, 'file-document', { key, on, text: '已办理', fileId });
  }

  const upload = (by: ApiClient, organisationId: string, content: Buffer) =>
    by.post(`/api/files?organisationId=${organisationId}`, content, { headers: { 'Content-Type': 'application/pdf' } });

  it('opens by itself, is fulfilled by what is held and filed, and every duty that is missed is overdue and explained [PWW-2.1.8] [PWW-2.4] [CPO-2.2.1] [CPO-2.2.3] [PWR-3.1.5b] [LAW-RCL-28]', async () => {
    await moveTo(day(1, 1), '08:00');
    expect(await openYears(service)).toBeGreaterThanOrEqual(3);
    expect(await openYears(service)).toBe(0);

    for (let month = 1; month <= 12; month += 1) {
      await moveTo(day(month, 15));
      // No PWC meeting in April; two in June, of which one is a month's that was missed.
      if (month !== 4) await pwcMeets();
      if (month === 6) await pwcMeets();
      await holds('office', 'study');
      if (month === 11) await holds('office', 'democratic-life');
      await files('office', ['plan-items-of-year', 'solicit-items', 'report-rule-compliance']);
      if (month % 3 === 0) await files('office', ['gather-opinions-on-leaders', 'assess-subordinates']);
      for (const place of ['chunhe', 'xinhe'] as const) {
        // The committee of 新和 does not meet in August.
        if (!(place === 'xinhe' && month === 8)) await holds(place, 'committee');
        if (month % 3 === 0) {
          await holds(place, 'joint');
          await holds(place, 'members-study');
        }
        if (month === 5 || month === 11) await holds(place, 'organisational-life');
        await files(place, [
          'plan-party-building',
          'sum-up-party-building',
          'pass-opinions-upward',
          'review-plan-and-report',
        ]);
      }
    }
    await moveTo(`${YEAR + 1}-01-02`);

    const states = async (place: keyof typeof PLACES) => {
      const { duties, occurrences } = await yearOf(place);
      return (occurrences as { key: string }[]).map(({ key }) => {
        const { status, metAt, dueAt } = duties[key];
        return { key, status, late: metAt !== null && metAt >= dueAt };
      });
    };
    const missed = async (place: keyof typeof PLACES) =>
      (await states(place))
        .filter(({ status, late }) => status !== 'met' || late)
        .map(({ key, status }) => [key, status]);
    expect(await missed('office')).toEqual([['hold-pwc-meeting:2027-4', 'met']]);
    expect(await missed('xinhe')).toEqual([
      ['hold-committee-meeting:2027-8', 'overdue'],
      ['hold-representatives-assembly:2027-1', 'overdue'],
      ['hold-representatives-assembly:2027-2', 'overdue'],
    ]);
    expect(await missed('chunhe')).toEqual([
      ['hold-representatives-assembly:2027-1', 'overdue'],
      ['hold-representatives-assembly:2027-2', 'overdue'],
    ]);

    const overdue = (await client('office.supervisor').get('/api/deadlines?state=overdue')).body.items;
    const ofYear = new Set(Object.values(PLACES).map((id) => dutyYearId(id, YEAR)));
    expect(overdue.filter(({ procedureId }: { procedureId: string }) => ofYear.has(procedureId))).toHaveLength(5);
    // The second meeting of the new January makes up what was left undone in the old August.
    expect(await openYears(service)).toBeGreaterThanOrEqual(3);
    for (let held = 0; held < 2; held += 1) await holds('xinhe', 'committee');
    const august = async () => (await states('xinhe')).find(({ key }) => key === 'hold-committee-meeting:2027-8');
    while ((await august())?.status !== 'met') await pause(50);
    expect(await august()).toMatchObject({ late: true });
    for (const [place, by] of [
      ['office', cast.office],
      ['chunhe', client('chunhe.staff')],
      ['xinhe', client('xinhe.staff')],
    ] as const) {
      const id = dutyYearId(PLACES[place], YEAR);
      for (const [key] of await missed(place))
        await act(by, id, 'explain-overdue', { key, reason: '代表换届，会议顺延' });
      const { items } = (await by.get(`/api/procedures/${id}/actions`)).body;
      expect(items.find(({ name }: { name: string }) => name === 'explain-overdue').possible).toBe(false);
      expect(await isWhole(service.database, id)).toBe(true);
    }
    const { stage, status } = (await cast.office.get(`/api/procedures/${dutyYearId(PLACES.office, YEAR)}`)).body;
    expect([stage, status]).toEqual(['closed', 'closed']);
  }, 300_000);
});
