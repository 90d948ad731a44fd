import { DatabaseError } from 'pg';
import { Prisma } from './generated/client';

/** Whether a row could not be written because another has the same unique value. */
export function isTaken(error: unknown): boolean {
  if (error instanceof DatabaseError) return error.code === '23505';
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
}
