import { addDays, civilDateOf } from '../../src/domain/calendar/civil-date';
import {
  act,
  announce,
  gather,
  itemIds,
  NINE,
  person,
  showOfHands,
  signInCast,
  startCouncil,
  type Cast,
} from '../support/council';
import { decideAbove } from '../support/pwc-meeting';
import { startSkippingService, type Service } from '../support/service';

const DAY = 86_400_000;

describe('a council from notice to publication, over HTTP on the time-skipping server', () => {
  let service: Service;
  let cast: Cast;
  beforeAll(async () => {
    service = await startSkippingService();
    cast = await signInCast(service);
  });
  afterAll(() => service?.close());

  it('goes its whole way [HDA-11.1.2] [HDA-11.2.1] [HDA-11.3.3] [LAW-RCL-34]', async () => {
    const id = await startCouncil(cast);
    await announce(service, cast, id);
    await gather(service, cast, id);
    expect((await act(cast.chair, id, 'open-sitting')).stage).toBe('sitting');
    const [first, second] = await itemIds(cast.staff, id);

    const six = await showOfHands(cast, id, first!, { inFavour: 6, against: 2, abstained: 1 });
    expect(six).toMatchObject({ outcome: 'adopted', verdict: { base: 9, needed: 6, passed: true } });

    await act(cast.chair, id, 'put-to-vote', { itemId: second!, question: 'adopt', method: 'open-ballot' });
    const member = await service.signIn('chunhe.member1');
    await act(member, id, 'cast-ballot', { choice: 'in-favour' });
    for (const name of NINE.filter((one) => one !== 'chunhe.member1').slice(0, 4)) {
      await act(cast.recorder, id, 'enter-ballot', { personId: person(name), choice: 'in-favour' });
    }
    const five = (await act(cast.recorder, id, 'close-vote')).answer;
    expect(five).toMatchObject({ outcome: null, verdict: { inFavour: 5, notVoting: 4, passed: false } });

    const { details } = (await cast.staff.get(`/api/procedures/${id}`)).body;
    const ballots = await cast.staff.get(`/api/procedures/${id}/votes/${details.items[1].votes[0].id}/ballots`);
    expect(ballots.body.items).toHaveLength(5);
    expect(ballots.body.items[0]).toMatchObject({ choice: 'in-favour', choiceName: { zh: '赞成' } });
    const { items: happened } = (await cast.staff.get(`/api/procedures/${id}/timeline`)).body;
    const closed = happened.filter(({ type }: { type: string }) => type === 'vote-closed');
    expect(closed.map(({ data }: { data: { ballots: string } }) => data.ballots)).toEqual([null, ballots.body.digest]);
    expect((await member.get(`/api/procedures/${id}/votes/${id}/ballots`)).status).toBe(404);

    // Without two thirds the council still votes to drop and to postpone; when neither is reached there is no agreement.
    const early = await cast.chair.post(`/api/procedures/${id}/actions/close-sitting`, {});
    expect([early.status, early.body.code]).toEqual([409, 'council.items-not-put']);
    await showOfHands(cast, id, second!, { inFavour: 4, against: 5, abstained: 0 }, { question: 'drop' });
    const postponeTo = addDays(civilDateOf(await service.now()), 30);
    await showOfHands(
      cast,
      id,
      second!,
      { inFavour: 5, against: 4, abstained: 0 },
      { question: 'postpone', postponeTo },
    );
    expect((await act(cast.chair, id, 'close-sitting')).stage).toBe('following-up');
    expect((await cast.staff.get(`/api/procedures/${id}`)).body.details.items[1].outcome).toBe('no-agreement');
    const today = civilDateOf(await service.now());
    await act(cast.staff, id, 'record-telling', {
      how: 'oral',
      toldOn: today,
      audience: '有停车需求的居民',
      itemIds: [first],
    });
    const published = await act(cast.staff, id, 'publish-result');
    expect(published).toMatchObject({ stage: 'on-board', answer: { takeDownOn: addDays(today, 15), late: false } });

    const paper = await service.anonymous.get(`/board/papers/${published.answer.publicationId}`);
    expect(paper.body.content.items[0]).toMatchObject({ title: '地面停车位重新划线', outcome: 'adopted' });
    // What passed goes on to the assembly; what was not agreed on is decided by the Party Working Committee, and that is published too.
    await act(cast.staff, id, 'hand-to-assembly', { itemIds: [first] });
    await decideAbove(service, cast, { id, itemId: second!, outcome: 'dropped' });
    expect((await act(cast.staff, id, 'publish-result')).answer.late).toBe(false);
    await service.pass(17 * DAY);
    expect((await cast.staff.get(`/api/procedures/${id}`)).body).toMatchObject({ stage: 'closed', status: 'closed' });
    expect((await service.anonymous.get(`/board/papers/${published.answer.publicationId}`)).status).toBe(404);
  });
});
