import { z } from 'zod';

const bytes = z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/);

const payload = z.object({
  metadata: z.record(z.string(), bytes).optional(),
  data: bytes.optional(),
});

/** What Temporal's web page sends to have it read, and what it gets: Temporal's "remote codec". */
export const storedPayloadsSchema = z.strictObject({ payloads: z.array(payload) }).meta({ id: 'StoredPayloads' });
