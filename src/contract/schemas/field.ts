import { z } from 'zod';
import type { Bilingual } from '../words/bilingual';

/** Names a field for people: forms made from the JSON Schema show `title` and `titleEn`. */
export function field<S extends z.ZodType>(schema: S, title: string, titleEn: string): S {
  return schema.meta({ title, titleEn });
}

/** One of several words, each with its label: forms show `labels` where programs write the key. */
export function oneOf<K extends string>(labels: Readonly<Record<K, Bilingual>>, title: string, titleEn: string) {
  const keys = Object.keys(labels) as [K, ...K[]];
  return z.enum(keys).meta({ title, titleEn, labels });
}
