import type { Operation, OperationsStatus } from "./use-operations.ts";

/** Something to decide about: an event that was parked on one side, or a job that failed for good. */
export type SetAside = {
  id: string;
  kind: "event" | "job";
  side: "api" | "worker";
  /** The event's type or the job's queue. */
  name: string;
  about: string | null;
  reason: string;
  at: string;
  attempts: number | null;
  redrives: number;
  retry: Operation;
  discard: Operation;
  /** Decided about already, and not yet heard of what came of it. */
  pending: Operation["action"] | null;
};

/** Everything that was set aside on both sides, the latest first. */
export function listSetAside({ api, worker, decisions }: OperationsStatus): SetAside[] {
  const { report } = worker;
  // The API does its side at once; of the worker's, only what its report already knows is over.
  const open = decisions.filter(({ decidedAt }) => report !== null && decidedAt > report.reportedAt);
  const pendingOf = (id: string) => {
    const decided = open.find(
      ({ operation }) =>
        ("eventId" in operation && operation.side === "worker" && operation.eventId === id) ||
        ("jobId" in operation && operation.jobId === id),
    );
    return decided?.operation.action ?? null;
  };
  const eventsOf = (side: "api" | "worker", bridge: OperationsStatus["api"]) =>
    bridge.parked.map((event): SetAside => {
      const { eventId, type, boardId, reason, attempts, redrives, parkedAt } = event;
      return {
        ...{ id: eventId, kind: "event", side, name: type, about: boardId && `board ${boardId.slice(0, 8)}` },
        ...{ reason, at: parkedAt, attempts, redrives },
        retry: { action: "redrive-event", side, eventId },
        discard: { action: "discard-event", side, eventId },
        pending: side === "worker" ? pendingOf(eventId) : null,
      };
    });
  const jobs = (report?.jobs.deadLetters ?? []).map(({ jobId, queue, error, about, failedAt }): SetAside => {
    return {
      ...{ id: jobId, kind: "job", side: "worker", name: queue, about: about || null },
      ...{ reason: error, at: failedAt, attempts: null, redrives: 0 },
      retry: { action: "retry-job", side: "worker", jobId },
      discard: { action: "discard-job", side: "worker", jobId },
      pending: pendingOf(jobId),
    };
  });
  const all = [...eventsOf("api", api), ...(report ? eventsOf("worker", report.bridge) : []), ...jobs];
  return all.sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** How many there are, also beyond the latest that are told. */
export function countSetAside({ api, worker: { report } }: OperationsStatus): number {
  return api.inbox.parked + (report ? report.bridge.inbox.parked + report.jobs.deadLetterCount : 0);
}
