import type { Connection } from '@temporalio/client';
import type { Payload } from '@temporalio/common';
import { temporal } from '@temporalio/proto';
import type { Service } from './service';

const { History } = temporal.api.history.v1;
const { DescribeWorkflowExecutionResponse } = temporal.api.workflowservice.v1;

/** What Temporal holds of a workflow, as it holds it: nothing is decoded on the way. */
export interface RawWorkflow {
  /** The history and what else the server tells about the workflow, in its own binary form. */
  readonly bytes: Buffer;
  /** Every payload anywhere in it. */
  readonly payloads: readonly Payload[];
}

export async function rawWorkflow({ temporal: client }: Service, workflowId: string): Promise<RawWorkflow> {
  const { workflowService } = client.connection as Connection;
  const asked = { namespace: 'default', execution: { workflowId } };
  const described = await workflowService.describeWorkflowExecution(asked);
  const events = [];
  let nextPageToken: Uint8Array | undefined;
  do {
    const page = await workflowService.getWorkflowExecutionHistory({
      ...asked,
      ...(nextPageToken && { nextPageToken }),
    });
    events.push(...(page.history?.events ?? []));
    nextPageToken = page.nextPageToken?.length ? page.nextPageToken : undefined;
  } while (nextPageToken);
  const history = { events };
  return {
    bytes: Buffer.concat([
      History.encode(history).finish(),
      DescribeWorkflowExecutionResponse.encode(described).finish(),
    ]),
    payloads: [...payloadsIn(history), ...payloadsIn(described)],
  };
}

function payloadsIn(value: unknown): Payload[] {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return [];
  return isPayload(value) ? [value] : Object.values(value).flatMap(payloadsIn);
}

function isPayload(value: object): value is Payload {
  return (
    'metadata' in value && typeof value.metadata === 'object' && value.metadata !== null && 'encoding' in value.metadata
  );
}

/** The forms in which a plain text is found in bytes: as it is, and in base64 wherever it begins in it. */
export function isFoundIn(text: string, bytes: Buffer): boolean {
  return [text, ...[0, 1, 2].map((offset) => inBase64(text, offset))].some((form) => bytes.includes(form));
}

/** What of the base64 depends on the text alone, when so many bytes stand before it. */
function inBase64(text: string, offset: number): string {
  const whole = Buffer.from('\0'.repeat(offset) + text)
    .toString('base64')
    .replace(/=+$/, '');
  return whole.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + Buffer.byteLength(text)) * 8) / 6));
}
