import { z } from 'zod';
import { idSchema } from './common';

/** The types of file that are accepted, with the ending of their names. */
export const FILE_TYPES = { 'image/jpeg': 'jpg', 'image/png': 'png', 'application/pdf': 'pdf' } as const;

/** The media type of a file. */
export type FileType = keyof typeof FILE_TYPES;

export const fileSchema = z
  .object({
    id: idSchema,
    organisationId: idSchema,
    sha256: z.string(),
    mediaType: z.string(),
    size: z.int(),
  })
  .meta({ id: 'File' });
