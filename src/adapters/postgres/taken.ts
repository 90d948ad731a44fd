import { Prisma } from './generated/client';

/** Whether a row could not be written because another has the same unique value. */
export function isTaken(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
}
