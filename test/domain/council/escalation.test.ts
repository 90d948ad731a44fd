import { addDays, startOfDay } from '../../../src/domain/calendar/civil-date';
import { council as definition } from '../../../src/domain/council/council';
import type { AgendaEntry, Settlement } from '../../../src/domain/agenda';
import {
  at,
  begun,
  BEGUN,
  CHAIR,
  COMMUNITY,
  createCouncil,
  eventsOf,
  granted,
  GRID,
  itemId,
  MEETING,
  must,
  refusal,
  SECRETARY,
  STAFF,
  topic,
  type Council,
} from '../../support/council-domain';
import { close, CLOSED, closedSitting, convene, decideAbove, handOver, settlement, voteThrough } from './stories';

/** A council of one item, in a grid or in the community, whose sitting closed with so many in favour of each question. */
function closedAt(place: typeof GRID, inFavour: number): Council {
  const council = createCouncil({}, { lineage: place });
  council.begin(topic({ items: [{ title: '地面停车位重新划线' }] }));
  convene(council, MEETING);
  voteThrough(council, inFavour);
  close(council, CLOSED);
  return council;
}

const duty = (council: Council, kind: string) => council.state.duties[`${kind}:${itemId(council)}`];

describe('an item that was not agreed on', () => {
  test.each([
    ['a grid council', GRID, 'HDA-11.2.2', 'council', 'chunhe', 'not-passed'],
    ['a community council', COMMUNITY, 'HDA-11.2.3a', 'pwc', 'office', 'no-agreement'],
  ] as const)(
    'of %s is owed to the body above within five days [HDA-11.2.2] [HDA-11.2.3a]',
    (_case, place, clause, body, organisationId, reason) => {
      const council = closedAt(place, 5);
      // The Friday on which it closed is not counted; the fifth day after it is a Wednesday.
      expect(duty(council, 'escalate')).toMatchObject({ clause, dueOn: '2026-03-11', status: 'open' });
      must(council, 'escalate', { itemId: itemId(council) }, STAFF, at('2026-03-11 23:59'));
      expect(duty(council, 'escalate')).toMatchObject({ status: 'met' });
      expect(council.agenda).toEqual([
        {
          put: expect.objectContaining({
            body,
            organisationId,
            reason,
            itemId: itemId(council),
            openFrom: '2026-03-11',
          }),
        },
      ]);
      expect(council.state.items[0]?.escalation).toEqual({ to: body, putOn: '2026-03-11', settlement: null });
    },
  );

  test('exactly two thirds keep it in the council, one vote less does not [HDA-11.2.3a]', () => {
    expect(duty(closedAt(COMMUNITY, 6), 'escalate')).toBeUndefined();
    expect(duty(closedAt(COMMUNITY, 5), 'escalate')).toBeDefined();
  });

  test('is told to the supervisors once it is overdue [HDA-11.2.3a]', () => {
    const told = closedAt(COMMUNITY, 5).passes(at('2026-03-11 24:00'));
    const overdue = told.filter(({ kind, params }) => kind === 'deadline-overdue' && params.duty === 'escalate');
    expect(overdue).toMatchObject([
      { clause: 'HDA-11.2.3a', roles: expect.arrayContaining(['supervision-committee']) },
    ]);
  });

  test('goes up once, and only what was not settled goes up [HDA-11.2.3a]', () => {
    const council = closedAt(COMMUNITY, 5);
    must(council, 'escalate', { itemId: itemId(council) }, STAFF, CLOSED);
    const again = council.does('escalate', { itemId: itemId(council) }, STAFF, CLOSED);
    expect(again).toEqual(refusal('council.nothing-to-escalate', 'HDA-11.2.3a'));
    const adopted = closedAt(COMMUNITY, 9);
    const refused = adopted.does('escalate', { itemId: itemId(adopted) }, STAFF, CLOSED);
    expect(refused).toEqual(refusal('council.nothing-to-escalate', 'HDA-11.2.3a'));
  });
});

describe('what the Party Working Committee decides', () => {
  test('replaces the agreement only: it is published and told, and the assembly still resolves [HDA-11.2.3a] [HDA-11.3.1]', () => {
    const council = closedAt(COMMUNITY, 5);
    must(council, 'publish-result', {}, STAFF, CLOSED);
    decideAbove(council, { outcome: 'adopted', now: at('2026-03-09 10:00') });
    expect(council.state.items[0]).toMatchObject({
      outcome: 'no-agreement',
      escalation: { settlement: { outcome: 'adopted' } },
    });
    for (const kind of ['publish-result', 'tell-concerned', 'hand-to-assembly'])
      expect(duty(council, kind)).toMatchObject({ status: 'open', dueOn: '2026-03-16' });
    const now = at('2026-03-10 09:00');
    must(council, 'publish-result', {}, STAFF, now);
    const [first, second] = eventsOf(council, 'result-published').map(({ data }) => data.content.items[0]?.settlement);
    expect(first).toBeNull();
    expect(second).toEqual({ by: 'pwc', outcome: 'adopted', decidedOn: '2026-03-09', postponedTo: null });
    const toldOn = { how: 'oral', toldOn: '2026-03-10', audience: '有关居民', itemIds: [itemId(council)] };
    must(council, 'record-telling', toldOn, STAFF, now);
    handOver(council, now);
    council.passes(at('2026-03-25 24:00'));
    expect(council.state.stage).toBe('closed');
  });

  test('nobody can have been told of it before it was decided [HDA-11.3.3]', () => {
    const council = closedAt(COMMUNITY, 5);
    decideAbove(council, { outcome: 'adopted', now: at('2026-03-09 10:00') });
    const told = { how: 'oral', toldOn: '2026-03-08', audience: '有关居民', itemIds: [itemId(council)] };
    expect(council.does('record-telling', told, STAFF, at('2026-03-10 09:00'))).toEqual(
      refusal('council.told-out-of-time', 'HDA-11.3.3', { from: '2026-03-09' }),
    );
  });

  test.each(['dropped', 'postponed'] as const)(
    '%s: nothing is told as passed or put to the assembly [HDA-11.3.1]',
    (outcome) => {
      const council = closedAt(COMMUNITY, 5);
      decideAbove(council, { outcome });
      expect(duty(council, 'tell-concerned')).toBeUndefined();
      expect(duty(council, 'hand-to-assembly')).toBeUndefined();
    },
  );

  test('a postponement leaves the council waiting for the next decision; another after the last changes nothing [HDA-11.2.3a]', () => {
    const council = closedAt(COMMUNITY, 5);
    must(council, 'publish-result', {}, STAFF, CLOSED);
    decideAbove(council, { outcome: 'postponed' });
    council.passes(at('2026-04-06 09:00'));
    expect(council.state.stage).toBe('completing');
    const now = at('2026-04-07 09:00');
    council.receives({ itemId: itemId(council), settlement: settlement('dropped', '2026-04-07') }, now);
    council.receives({ itemId: itemId(council), settlement: settlement('adopted', '2026-04-07') }, now);
    expect(council.state.items[0]?.escalation?.settlement?.outcome).toBe('dropped');
    must(council, 'publish-result', {}, STAFF, now);
    council.passes(at('2026-04-22 24:00'));
    expect(council.state.stage).toBe('closed');
  });

  describe('is decided again by the body above [PWR-4.2]', () => {
    const now = at('2026-03-20 09:00');
    const again = (council: Council, outcome: Settlement['outcome'], moment = now) =>
      council.receives(
        { itemId: itemId(council), settlement: { ...settlement(outcome, '2026-03-20'), reconsidered: true } },
        moment,
      );
    const status = (council: Council, kind: string) => duty(council, kind)?.status;

    test('what was adopted is neither told nor put to the assembly any more, and residents read it anew [PWR-4.2] [HDA-11.3.1]', () => {
      const council = closedAt(COMMUNITY, 5);
      decideAbove(council, { outcome: 'adopted' });
      must(council, 'publish-result', {}, STAFF, CLOSED);
      again(council, 'dropped', at('2026-03-09 09:00'));
      expect(council.state.items[0]!.escalation!.settlement!.outcome).toBe('dropped');
      expect([status(council, 'tell-concerned'), status(council, 'hand-to-assembly')]).toEqual(['void', 'void']);
      expect(council.told.at(-1)).toMatchObject({ kind: 'council-settlement', params: { outcome: 'dropped' } });
      must(council, 'publish-result', {}, STAFF, now);
    });

    test('what was overdue by then stays late [PWR-4.2] [HDA-11.3.1]', () => {
      const council = closedAt(COMMUNITY, 5);
      decideAbove(council, { outcome: 'adopted' });
      again(council, 'dropped');
      const { status: state, metAt, dueAt } = duty(council, 'hand-to-assembly')!;
      expect([state, (metAt ?? 0) >= dueAt]).toEqual(['met', true]);
    });

    test('what was dropped is told and goes to the assembly [PWR-4.2] [HDA-11.3.1]', () => {
      const council = closedAt(COMMUNITY, 5);
      decideAbove(council, { outcome: 'dropped' });
      again(council, 'adopted');
      expect([status(council, 'tell-concerned'), status(council, 'hand-to-assembly')]).toEqual(['open', 'open']);
    });

    test('adopted, told, handed over, dropped and adopted again: it is told and handed over anew [PWR-4.2] [HDA-11.3.3]', () => {
      const council = closedAt(COMMUNITY, 5);
      decideAbove(council, { outcome: 'adopted' });
      const telling = (toldOn: string) => ({ how: 'oral', toldOn, audience: '有关居民', itemIds: [itemId(council)] });
      must(council, 'record-telling', telling('2026-03-06'), STAFF, CLOSED);
      handOver(council);
      again(council, 'dropped');
      again(council, 'adopted');
      expect([status(council, 'tell-concerned'), status(council, 'hand-to-assembly')]).toEqual(['open', 'open']);
      must(council, 'record-telling', telling('2026-03-20'), STAFF, now);
      handOver(council, now);
      expect([status(council, 'tell-concerned'), status(council, 'hand-to-assembly')]).toEqual(['met', 'met']);
    });

    test('a closed council shows it and tells its people, and owes nothing [PWR-4.2]', () => {
      const council = closedAt(COMMUNITY, 5);
      must(council, 'publish-result', {}, STAFF, CLOSED);
      decideAbove(council, { outcome: 'dropped' });
      must(council, 'publish-result', {}, STAFF, CLOSED);
      council.passes(at('2026-03-25 24:00'));
      expect(council.state.stage).toBe('closed');
      const message = {
        kind: 'agenda-settled',
        data: { itemId: itemId(council), settlement: settlement('adopted', '2026-03-26') },
      };
      expect(definition.hearsAfterwards(message)).toBe(false);
      again(council, 'adopted');
      expect(council.state).toMatchObject({
        stage: 'closed',
        items: [{ escalation: { settlement: { outcome: 'adopted' } } }],
      });
      expect(status(council, 'hand-to-assembly')).toBeUndefined();
      expect(council.told.at(-1)).toMatchObject({ kind: 'council-settlement', roles: ['staff', 'secretary'] });
    });

    test('the same result again changes nothing [PWR-4.2]', () => {
      const council = closedAt(COMMUNITY, 5);
      decideAbove(council, { outcome: 'adopted' });
      const before = council.state;
      again(council, 'adopted');
      expect(council.state).toEqual(before);
    });
  });

  test('everybody named in the council is told of it, and a message that no council knows is a mistake [HDA-11.2.3a]', () => {
    const council = closedAt(COMMUNITY, 5);
    decideAbove(council, { outcome: 'adopted' });
    expect(council.told.at(-1)).toMatchObject({
      kind: 'council-settlement',
      params: { by: 'pwc', outcome: 'adopted' },
    });
    const context = { now: CLOSED, today: '2026-03-06', calendar: { version: 'none', years: [], days: {} } };
    expect(() => definition.receive({ kind: 'other', data: {} }, council.state, context)).toThrow('no message other');
  });
});

describe('a grid council', () => {
  test('files what it passed with the community council within five days [HDA-11.2.2]', () => {
    const council = closedAt(GRID, 6);
    expect(council.state.duties['file-passed']).toMatchObject({ clause: 'HDA-11.2.2', dueOn: '2026-03-11' });
    expect(council.does('hand-to-assembly', { itemIds: [itemId(council)] }, STAFF, CLOSED)).toEqual(
      refusal('council.nothing-to-hand-over', 'HDA-11.3.1'),
    );
    must(council, 'file-passed', {}, SECRETARY, CLOSED);
    expect(council.agenda).toEqual([
      { put: expect.objectContaining({ body: 'council', organisationId: 'chunhe', reason: 'filed' }) },
    ]);
    expect(council.does('file-passed', {}, STAFF, CLOSED)).toEqual(refusal('council.nothing-to-file', 'HDA-11.2.2'));
  });

  test('a community council files nothing: what it passes goes to the assembly [HDA-11.2.2] [HDA-11.3.1]', () => {
    const council = closedAt(COMMUNITY, 6);
    expect(council.does('file-passed', {}, STAFF, CLOSED)).toEqual(refusal('council.nothing-to-file', 'HDA-11.2.2'));
    expect(duty(council, 'hand-to-assembly')).toMatchObject({ clause: 'HDA-11.3.1', dueOn: '2026-03-11' });
  });

  test.each(['district', 'office'])('no council sits in %s [HDA-3]', (id) => {
    const lineage = COMMUNITY.slice(0, COMMUNITY.findIndex((one) => one.id === id) + 1);
    const council = createCouncil({}, { lineage });
    expect(council.begin(topic())).toEqual(refusal('council.wrong-level', 'HDA-3'));
  });
});

describe('an item taken up from the agenda', () => {
  const entry: AgendaEntry = {
    id: 'put-up',
    body: 'council',
    organisationId: 'chunhe',
    reason: 'not-passed',
    status: 'open',
    putOn: '2026-03-01',
    openFrom: '2026-03-02',
    sourceProcedureId: 'grid-council',
    title: '议题',
    category: 'HDA-10.4',
    deferredOn: null,
    major: false,
    emergency: null,
    sourceItemId: 'grid-item',
    matter: null,
  };
  const takingUp = (changes: Partial<AgendaEntry> = {}, now = BEGUN) => {
    const council = createCouncil({}, { entries: [{ ...entry, ...changes }] });
    return { council, result: council.begin(topic({ items: [{ title: '划线', agendaItemId: 'put-up' }] }), now) };
  };

  test('is linked to the council that takes it up [HDA-11.2.2]', () => {
    const { council, result } = takingUp();
    expect(result).toEqual(granted);
    expect(council.agenda).toEqual([{ takeUp: { agendaItemId: 'put-up', itemId: itemId(council) } }]);
  });

  test.each([
    ['of another organisation', { organisationId: 'xinhe' }, 'agenda.unknown-item', null],
    ['of another body', { body: 'pwc' }, 'agenda.unknown-item', null],
    ['taken up already', { status: 'taken-up' }, 'agenda.not-open', null],
    ['for the record only', { status: 'filed' }, 'agenda.not-open', null],
    ['postponed until tomorrow', { openFrom: addDays('2026-03-02', 1) }, 'agenda.not-yet', 'HDA-11.2.1'],
  ] as const)('is refused when it is %s [HDA-11.2.2]', (_case, changes, code, clause) => {
    expect(takingUp(changes, at('2026-03-02 09:00')).result).toEqual(refusal(code, clause));
  });

  test('on its very day it may be taken up [HDA-11.2.1]', () => {
    expect(takingUp({}, at('2026-03-02 00:00')).result).toEqual(granted);
    expect(takingUp({}, at('2026-03-01 23:59')).result).toEqual(refusal('agenda.not-yet', 'HDA-11.2.1'));
  });

  test('what two thirds make of it goes back to whoever put it up, what they do not agree on goes further up first [HDA-11.2.2] [HDA-11.2.3a]', () => {
    const passed = takingUp().council;
    convene(passed, MEETING);
    voteThrough(passed, 6);
    close(passed, CLOSED);
    const settled = { by: 'council', outcome: 'adopted', decidedOn: '2026-03-06', postponedTo: null };
    expect(passed.agenda.at(-1)).toEqual({
      settle: { agendaItemId: 'put-up', settlement: expect.objectContaining(settled) },
    });

    const open = takingUp().council;
    convene(open, MEETING);
    voteThrough(open, 5);
    close(open, CLOSED);
    expect(open.agenda.filter((change) => 'settle' in change)).toEqual([]);
    decideAbove(open, { outcome: 'adopted' });
    expect(open.agenda.at(-1)).toEqual({
      settle: { agendaItemId: 'put-up', settlement: expect.objectContaining({ by: 'pwc', outcome: 'adopted' }) },
    });
  });

  test('is free again when the council that took it up is cancelled [HDA-11.2.2]', () => {
    const { council } = takingUp();
    must(council, 'cancel', { reason: '另行安排' }, SECRETARY, BEGUN);
    expect(council.agenda.at(-1)).toEqual({ release: { agendaItemId: 'put-up', deferredOn: null } });
  });
});

describe('a postponed item', () => {
  function postponed(): Council {
    const council = begun({ items: [{ title: '划线' }] });
    convene(council, MEETING);
    const asked = { itemId: itemId(council), method: 'show-of-hands', postponeTo: '2026-12-31' };
    for (const question of ['adopt', 'postpone'] as const) {
      must(council, 'put-to-vote', { ...asked, question }, CHAIR, MEETING);
      must(
        council,
        'close-vote',
        { counts: { inFavour: question === 'adopt' ? 0 : 6, against: 0, abstained: 0 } },
        CHAIR,
        MEETING,
      );
    }
    close(council, CLOSED);
    must(council, 'publish-result', {}, STAFF, CLOSED);
    return council;
  }

  test('comes back on the agenda by itself at the beginning of its day, over the year end too [HDA-11.2.1]', () => {
    const council = postponed();
    council.passes(startOfDay('2026-12-31') - 1);
    expect(council.agenda).toEqual([]);
    expect(council.state.stage).toBe('completing');
    council.passes(startOfDay('2026-12-31'));
    expect(council.agenda).toEqual([
      {
        put: expect.objectContaining({
          body: 'council',
          organisationId: 'chunhe',
          reason: 'postponed',
          openFrom: '2026-12-31',
        }),
      },
    ]);
    expect(council.told.at(-1)).toMatchObject({ kind: 'council-item-returned', roles: ['staff', 'secretary'] });
    expect(council.state.stage).toBe('closed');
  });

  test('comes back once, and not before its day [HDA-11.2.1]', () => {
    const council = postponed();
    const at = (now: number) => ({ now, today: '2026-12-31', calendar: { version: 'none', years: [], days: {} } });
    const timer = `return:${itemId(council)}`;
    expect(definition.elapse(timer, council.state, at(startOfDay('2026-12-31') - 1))).toEqual({ events: [] });
    council.passes(startOfDay('2026-12-31'));
    expect(definition.elapse(timer, council.state, at(startOfDay('2027-01-01')))).toEqual({ events: [] });
  });

  test('is not put before the body above: two thirds have settled what becomes of it [HDA-11.2.1]', () => {
    expect(duty(postponed(), 'escalate')).toBeUndefined();
  });
});

test('a closed council without anything that passed owes neither telling nor the assembly [HDA-11.3.1]', () => {
  const council = closedSitting(CLOSED, 5);
  expect(duty(council, 'hand-to-assembly')).toBeUndefined();
});
