// A first council over the API of a running `npm start`: node examples/first-council.js <password>
// The topic concerns two households only, so it needs no posting and can sit in a few seconds; every request is printed.

const [, , password, url = 'http://127.0.0.1:3000'] = process.argv;
if (!password) {
  console.error('用法 / Usage: node examples/first-council.js <password> [url]   (npm start prints the password)');
  process.exit(1);
}

/** Signs somebody in and returns a function that speaks for them. */
async function signIn(username) {
  const session = await fetch(`${url}/api/sessions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  if (!session.ok) throw new Error(`${username}: ${session.status} ${await session.text()}`);
  const cookie = session.headers.get('set-cookie').split(';')[0];
  return async (method, path, body) => {
    const answer = await fetch(url + path, {
      method,
      headers: { Cookie: cookie, 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
      ...(body && { body: JSON.stringify(body) }),
    });
    const content = await answer.json();
    console.log(`${username.padEnd(16)} ${method} ${path}  →  ${answer.status} ${content.stage ?? content.code ?? ''}`);
    return content;
  };
}

/** The business clock, which in a training database is not the machine's. */
async function clock() {
  return Date.parse((await (await fetch(`${url}/api/clock`)).json()).now);
}

async function main() {
  const staff = await signIn('chunhe.staff');
  const chair = await signIn('chunhe.chair');
  const recorder = await signIn('chunhe.recorder');

  const me = await staff('GET', '/api/me');
  const community = me.organisations.find(({ roles }) => roles.includes('staff'));
  const chairId = (await chair('GET', '/api/me')).person.id;
  const recorderId = (await recorder('GET', '/api/me')).person.id;
  const { items: people } = await staff('GET', `/api/people?organisationId=${community.id}`);
  const others = people.map(({ id }) => id).filter((id) => id !== chairId && id !== recorderId);
  const due = [chairId, ...others.slice(0, 4)];

  // HDA-11.1.1: the topic, its items, those due, who chairs and who records.
  const { id } = await staff('POST', '/api/procedures', {
    kind: 'council',
    organisationId: community.id,
    title: '三单元楼道堆物',
    source: 'party-organisation',
    sourceNote: '网格走访时两户居民提出',
    category: 'HDA-10.4',
    broadInterest: false,
    narrowReason: '只涉及三单元两户居民',
    items: [{ title: '清理楼道堆物' }],
    due: due.map((personId) => ({ personId, capacity: '居民代表' })),
    officers: { chair: chairId, deputy: null, recorder: recorderId },
  });
  const act = (who, name, body = {}) => who('POST', `/api/procedures/${id}/actions/${name}`, body);

  // HDA-11.1.2: the notice; the sitting may not open before the announced hour.
  const meetingAt = new Date((await clock()) + 5_000).toISOString();
  await act(staff, 'issue-notice', { meetingAt, place: '社区议事厅', channels: [] });
  const early = await act(chair, 'open-sitting');
  console.log(`  ${early.detail.zh}\n  ${early.detail.en}`);

  // HDA-11.2: people check in, the sitting opens, the item is voted on: two thirds or more of those present.
  for (const personId of due) await act(recorder, 'check-in', { personId });
  await new Promise((resolve) => setTimeout(resolve, 5_500));
  await act(chair, 'open-sitting');
  const { details } = await staff('GET', `/api/procedures/${id}`);
  const itemId = details.items[0].id;
  const put = await act(chair, 'put-to-vote', { itemId, question: 'adopt', method: 'show-of-hands' });
  const { voteId } = put.answer;
  await act(recorder, 'close-vote', { voteId, counts: { inFavour: 4, against: 1, abstained: 0 } });
  await act(chair, 'close-sitting');

  // HDA-11.3.3: those concerned are told, and the result hangs on the board for fifteen days.
  const toldOn = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(await clock());
  await act(staff, 'record-telling', { how: 'oral', toldOn, audience: '三单元两户居民', itemIds: [itemId] });
  const { answer } = await act(staff, 'publish-result');

  const done = await staff('GET', `/api/procedures/${id}`);
  console.log(`  ${done.details.items[0].votes[0].verdict.arithmetic.zh}`);
  console.log(`\n公示 / On the board: ${url}/board/papers/${answer.publicationId}  (至 / until ${answer.takeDownOn})`);
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
