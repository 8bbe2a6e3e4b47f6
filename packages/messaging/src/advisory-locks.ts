/**
 * Elections between replicas, and the one by which a worker is known to be there. Advisory locks are per database, and each database has one of each,
 * so small numbers are enough; the first is ours against other users of advisory locks (pg-boss, Prisma).
 */
const lockSpace = 7_301_142;

export const advisoryLocks = {
  relay: [lockSpace, 1],
  consumer: [lockSpace, 2],
  reconciler: [lockSpace, 3],
  reporter: [lockSpace, 4],
  /** Shared by who refers to stored files, alone for who deletes those nobody refers to. */
  storedFiles: [lockSpace, 6],
  /** Shared by all workers, each for as long as it listens; nobody ever takes it alone. */
  workerPresence: [lockSpace, 5],
  /** One for each mailbox that is followed, by its id; in a space of their own. */
  mailboxes: [lockSpace + 1],
} as const;
