import { z } from 'zod';
import type { CouncilEntity } from '../views/council-choices';
import type { DutyYearEntity } from '../views/duty-year';
import type { PeriodicEntity } from '../views/periodic-meeting';
import type { MeetingEntity } from '../views/pwc-meeting-choices';
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

/**
 * The id of something that already exists. Forms let people choose it by its name: `entity` says among what. Either it is one of those below,
 * which forms know how to look for, or the offer of the action lists what there is (`choices`).
 */
export function reference<S extends z.ZodType>(schema: S, entity: EntityName, title: string, titleEn: string): S {
  return schema.meta({ title, titleEn, entity });
}

/** What can be chosen from lists of their own, whatever the procedure. */
type CommonEntity = 'person' | 'organisation' | 'file' | 'agenda-item' | 'pwc-agenda-item';

type EntityName = CommonEntity | CouncilEntity | MeetingEntity | DutyYearEntity | PeriodicEntity;
