import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { projectRoot } from '../src/config';
import { startService } from './support/service';

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string; readonly runbook: string };
}

const read = (name: string) => readFileSync(path.join(projectRoot, 'docs', name), 'utf8');
const { groups } = parse(read('alerts.yml')) as { groups: { rules: Rule[] }[] };
const rules = groups.flatMap((group) => group.rules);

/** Of Prometheus itself and of node_exporter. */
const OF_OTHERS = ['up', 'node_filesystem_avail_bytes', 'node_filesystem_size_bytes'];

/** Every metric that an expression names: what is neither a function, nor a word of the language, nor in braces or brackets. */
function metricsIn(expr: string): string[] {
  const bare = expr.replace(/\{[^}]*\}|\[[^\]]*\]|\b(sum )?by \([^)]*\)/g, ' ');
  return [...bare.matchAll(/\b[a-z][a-z_0-9]*\b(?!\s*\()/g)].map(([name]) => name);
}

test('every metric that an alarm is about is measured', async () => {
  const api = await startService({ ownWorker: false });
  const { body } = await api.anonymous.get('/metrics');
  const types = [...String(body).matchAll(/^# TYPE (\S+) (\S+)$/gm)];
  const measured = types.flatMap(([, name, type]) =>
    type === 'histogram' ? [`${name}_bucket`, `${name}_count`, `${name}_sum`] : [name!],
  );
  for (const { alert, expr } of rules) {
    const metrics = metricsIn(expr);
    expect([alert, metrics.length > 0]).toEqual([alert, true]);
    for (const metric of metrics) expect([...measured, ...OF_OTHERS]).toContain(metric);
  }
  await api.close();
});

test('every alarm says in both languages what is the matter, and the runbook of both what to do', () => {
  expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
  for (const { alert, annotations, labels } of rules) {
    expect(annotations.summary).toMatch(/[\u4e00-\u9fff].* \/ [a-z]/i);
    expect(['page', 'ticket']).toContain(labels.severity);
    for (const runbook of ['runbook.md', 'runbook.zh-CN.md']) {
      expect(read(runbook)).toContain(`<a id="${annotations.runbook}"></a>`);
      expect(read(runbook)).toContain(`\`${alert}\``);
    }
  }
});

test('the runbook names no command that there is not', () => {
  const { scripts } = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as { scripts: object };
  for (const runbook of ['runbook.md', 'runbook.zh-CN.md'])
    for (const [, name] of read(runbook).matchAll(/npm run ([\w-]+)/g)) expect(Object.keys(scripts)).toContain(name);
});
