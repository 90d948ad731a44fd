import { begun, look, type Stage } from './stage';

/** A council that somebody wants to open while its notice still hangs: refused, with clause and earliest moment. */
export async function refusedWhileWaiting(stage: Stage): Promise<void> {
  const { cast, narrator } = stage;
  narrator.title('第一场：公告期内不得开会', 'First: no sitting within the notice period');
  const id = await begun(stage, '楼道照明改造');
  const { details } = await look(stage, id);

  const refused = await cast.chair.post(`/api/procedures/${id}/actions/open-sitting`, {});
  await narrator.tell(
    refused.body.clause,
    `开启会议被拒绝：${refused.body.detail.zh}`,
    `refused: ${refused.body.detail.en}`,
  );
  narrator.check('status', refused.status, 409);
  narrator.check('code', refused.body.code, 'council.notice-period-running');
  narrator.check('clause', refused.body.clause, 'HDA-11.1.2');
  narrator.check('earliest', refused.body.earliest, details.notice.meetingAt);

  const offers = (await cast.chair.get(`/api/procedures/${id}/actions`)).body.items;
  const opening = offers.find(({ name }: { name: string }) => name === 'open-sitting');
  narrator.check('not offered', opening.possible, false);
  narrator.check('offered from', opening.reason.earliest, details.notice.meetingAt);
  narrator.check('nothing moved', (await look(stage, id)).stage, 'waiting');
}
