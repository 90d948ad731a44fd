import { citation } from '../../../src/contract/words/documents';
import type { ClauseId } from '../../../src/domain/clause';

test.each<[ClauseId, string, string]>([
  ['HDA-11.1.2', '《社区听证会、议事会、评议会制度》11.1.2', 'Hearings, Councils and Appraisal Meetings, 11.1.2'],
  ['LAW-RCL-34', '《城市居民委员会组织法》第34条', "Organic Law of Urban Residents' Committees, article 34"],
  ['LAW-ZZ-1', 'LAW-ZZ-1', 'LAW-ZZ-1'],
])('cites %s as somebody looks it up', (clause, zh, en) => {
  expect(citation(clause)).toEqual({ zh, en });
});
