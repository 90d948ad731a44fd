import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { noticeWords } from '../../../src/contract/words/notices';
import { PHASES } from '../../../src/domain/procedure/deadline';

const domain = path.resolve(__dirname, '../../../src/domain');

/** Every kind of notice that a procedure of the domain sends. */
function kinds(): string[] {
  const lines = execFileSync('grep', [
    '-rhoE',
    "'council-(officer|interest|invitation|changed|adjourned|result-published|cancelled)[a-z-]*'",
    domain,
  ]);
  return [
    ...new Set(
      lines
        .toString()
        .split('\n')
        .filter(Boolean)
        .map((line) => line.slice(1, -1)),
    ),
  ];
}

describe('what people are told', () => {
  it('has words for every kind of notice, in both languages', () => {
    const all = [...kinds(), ...PHASES.map((phase) => `deadline-${phase}`)];
    expect(all.length).toBeGreaterThan(8);
    for (const kind of all) {
      const params = {
        meetingAt: Date.UTC(2026, 2, 6, 6),
        place: '社区议事厅',
        duty: 'publish-result',
        dueOn: '2026-03-11',
      };
      const { zh, en } = noticeWords({ kind, params });
      expect([zh, en]).not.toContain(kind);
      expect(zh).toMatch(/。$/);
      expect(en).toMatch(/\.$/);
    }
  });

  it('names the hour as a clock in China shows it', () => {
    const params = { meetingAt: Date.UTC(2026, 2, 6, 6), place: '社区议事厅' };
    expect(noticeWords({ kind: 'council-invitation', params }).zh).toContain('2026-03-06 14:00');
  });
});
