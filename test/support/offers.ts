import type { ApiClient } from './api';

interface Comparison {
  /** By account. */
  readonly clients: ReadonlyMap<string, ApiClient>;
  readonly id: string;
  readonly actions: readonly string[];
  /** Well-formed bodies that name what does not exist, so that an offered action is refused for its subject and changes nothing. */
  readonly probes: Readonly<Record<string, object | undefined>>;
  /** Bodies of actions without such a subject: offered ones are not tried, since they would move the procedure. */
  readonly bodies: Readonly<Record<string, object | undefined>>;
  /** Whether a refusal is one that the offers would have told of. */
  isJudged(action: string, code: string): boolean;
}

/** Asks every account for every action, and compares the offers with what the API then says; empty when they agree. */
export async function compareOffers({ clients, ...comparison }: Comparison): Promise<string[]> {
  const found = await Promise.all([...clients].map(([account, client]) => compareOne(comparison, account, client)));
  return found.flat();
}

async function compareOne(
  { id, actions, probes, bodies, isJudged }: Omit<Comparison, 'clients'>,
  account: string,
  client: ApiClient,
): Promise<string[]> {
  const offered = await client.get(`/api/procedures/${id}/actions`);
  const items: { name: string; possible: boolean }[] = offered.status === 200 ? offered.body.items : [];
  const possible = new Set(items.filter((one) => one.possible).map(({ name }) => name));
  const differences: string[] = [];
  for (const action of actions) {
    const probe = probes[action];
    if (possible.has(action) && !probe) continue;
    const { status, body } = await client.post(
      `/api/procedures/${id}/actions/${action}`,
      probe ?? bodies[action] ?? {},
    );
    if (isJudged(action, body.code) === possible.has(action))
      differences.push(`${account} ${action}: ${status} ${body.code}`);
  }
  return differences;
}
