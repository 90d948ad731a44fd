import type { DataConverter } from '@temporalio/common';
import { createPayloadCodec, type CodecSettings } from './payload-codec';

/** For the bundle of the workflows, which must convert failures as clients and workers do. */
export const FAILURE_CONVERTER = require.resolve('./failure-converter');

/** How every client and worker writes what Temporal stores, and reads it. */
export function createDataConverter(settings: CodecSettings): DataConverter {
  return { payloadCodecs: [createPayloadCodec(settings)], failureConverterPath: FAILURE_CONVERTER };
}
