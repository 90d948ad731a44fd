import type { z } from 'zod';

/** Names a field for people: forms made from the JSON Schema show `title` and `titleEn`. */
export function field<S extends z.ZodType>(schema: S, title: string, titleEn: string): S {
  return schema.meta({ title, titleEn });
}
