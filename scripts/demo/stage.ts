import type { Bilingual } from '../../src/contract/words/bilingual';
import { announce, startCouncil, type Cast } from '../../test/support/council';
import type { Service } from '../../test/support/service';
import type { Narrator } from './narrator';

/** What a scene of the demo plays on. */
export interface Stage {
  readonly service: Service;
  readonly cast: Cast;
  readonly narrator: Narrator;
}

/** Reads a procedure as the staff see it. */
export async function look({ cast }: Stage, id: string) {
  return (await cast.staff.get(`/api/procedures/${id}`)).body;
}

/** Prints the steps of "why this date?". */
export function explain({ narrator }: Stage, steps: readonly { words: Bilingual }[]): void {
  for (const { words } of steps) narrator.detail(`${words.zh} / ${words.en}`);
}

/** Starts a council, issues its notice for the earliest possible morning and confirms the posting as hung today. */
export async function begun(stage: Stage, title: string): Promise<string> {
  const { cast, narrator } = stage;
  const id = await startCouncil(cast, { title });
  await narrator.tell(
    'HDA-11.1.1',
    `启动议事会：${title}，两个议题，应到 9 人`,
    'council started, two items, nine due',
  );
  narrator.check('stage', (await look(stage, id)).stage, 'draft');
  await announce(stage.service, cast, id);
  const { stage: now, stageName, details } = await look(stage, id);
  await narrator.tell('HDA-11.1.2', `公告已张贴，阶段：${stageName.zh}`, `notice posted, stage: ${stageName.en}`);
  explain(stage, details.notice.explanation);
  narrator.check('stage', now, 'waiting');
  return id;
}
