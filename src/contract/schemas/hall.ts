import { z } from 'zod';
import { bilingualSchema, idSchema, momentSchema } from './common';

const voteSchema = z.object({
  id: idSchema,
  question: bilingualSchema,
  /** Whom or what the question is about, where an item has several. */
  subject: z.string().nullable(),
  method: bilingualSchema,
  isOpen: z.boolean(),
  passed: z.boolean().nullable(),
  counts: bilingualSchema.nullable(),
  arithmetic: bilingualSchema.nullable(),
});

/** A meeting as it is followed in the hall; the same for every kind of procedure that meets. */
export const hallSchema = z
  .object({
    clause: z.string(),
    meetingAt: momentSchema.nullable(),
    place: z.string().nullable(),
    openedAt: momentSchema.nullable(),
    quorum: z.object({ arithmetic: bilingualSchema, reached: z.boolean() }),
    /** How many are there, on leave, gone and not there, in words. */
    counts: z.array(z.object({ name: bilingualSchema, count: z.int() })),
    people: z.array(
      z.object({
        personId: idSchema,
        capacity: z.string(),
        office: bilingualSchema.nullable(),
        state: z.enum(['present', 'on-leave', 'left', 'absent']),
        stateName: bilingualSchema,
        at: momentSchema.nullable(),
      }),
    ),
    items: z.array(
      z.object({
        id: idSchema,
        title: z.string().nullable(),
        isCurrent: z.boolean(),
        outcome: bilingualSchema.nullable(),
        quorum: z.object({ arithmetic: bilingualSchema, reached: z.boolean() }),
        recused: z.array(idSchema),
        votes: z.array(voteSchema),
      }),
    ),
    /** The vote that is being taken; whoever votes by name is listed by `GET …/votes/{voteId}/ballots`. */
    vote: z.object({ id: idSchema, itemId: idSchema, byName: z.boolean(), electors: z.array(idSchema) }).nullable(),
  })
  .meta({ id: 'Hall' });
