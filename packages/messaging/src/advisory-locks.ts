/**
 * Elections between replicas. Advisory locks are per database, and each database has one relay and one consumer,
 * so two numbers are enough; the first is ours against other users of advisory locks (pg-boss, Prisma).
 */
const lockSpace = 7_301_142;

export const advisoryLocks = {
  relay: [lockSpace, 1],
  consumer: [lockSpace, 2],
} as const;
