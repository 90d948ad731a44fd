import { setTimeout as pause } from 'node:timers/promises';
import { scopeOf } from '../../src/domain/periodic-meeting/scope';
import { typeOf, type MeetingTypeName } from '../../src/domain/periodic-meeting/types';
import type { ApiClient } from './api';
import { act, mustBe } from './council';
import type { Service } from './service';

export interface Holding {
  readonly organisationId: string;
  readonly type: MeetingTypeName;
  readonly chair: string;
  readonly recorder: string;
  /** Whoever prepares it and writes it down, and who chairs. */
  readonly office: ApiClient;
  readonly chairing: ApiClient;
}

/** Prepares a meeting, calls it for this moment, signs everybody in, holds it and files its record. Gives its id. */
export async function holdMeeting(service: Service, holding: Holding): Promise<string> {
  const { organisationId, type, chair, recorder, office, chairing } = holding;
  const others = typeOf(type).others === 'needed' ? [{ personId: recorder, capacity: '工作站负责人' }] : undefined;
  const body = { kind: 'periodic-meeting', organisationId, type, title: '例行会议', chair, recorder, others };
  const { id } = mustBe(await office.post('/api/procedures', body), 201, type).body;
  const meetingAt = (await service.now()) + 1_000;
  const about = { topics: '学习和研究近期工作', subjects: scopeOf(type)?.subjects.slice(0, 1) };
  const notice = { meetingAt: new Date(meetingAt).toISOString(), place: '会议室', ...about };
  await act(chairing, id, 'issue-notice', notice);
  const { details } = (await office.get(`/api/procedures/${id}`)).body;
  for (const { personId } of details.due) await act(office, id, 'check-in', { personId });
  const left = meetingAt - (await service.now());
  // A training clock goes on like any other; one that is skipped stands still.
  if (left > 0) await service.pass(left).catch(() => pause(left + 50));
  await act(chairing, id, 'open-sitting');
  await act(chairing, id, 'close-sitting');
  await act(office, id, 'file-record', { text: '会议按期召开' });
  return id;
}
