import type { FailpointRig } from "../../rig/open-failpoint-rig.ts";
import type { Failpoint } from "../../wire/failpoint.ts";
import type { ActName } from "./acts.ts";

/** A round trip of the product, in words of the wire. */
export type Point = Pick<Failpoint, "applicationName" | "statement" | "inTransactionAfter"> & {
  wire: Exclude<keyof FailpointRig["wires"], "clients">;
  moment: Failpoint["moment"];
};

/** A place where a process may be struck, and what somebody does for it to get there. */
export type Place = Point & {
  /** Begins with the letter reliability.md A4 gives it, where it has one. */
  name: string;
  victim: "api" | "worker";
  act: ActName;
  /** Counts from this one's answer on: for a statement that idle processes run as well. */
  onceAfter?: Point;
};

type Where = Omit<Point, "moment" | "statement">;
const requests: Where = { wire: "apiDb", applicationName: "kanban-api" };
const apiLoops: Where = { wire: "apiDb", applicationName: "kanban-api-loops" };
const toWorker: Where = { wire: "apiToWorker", applicationName: "kanban-api-relay" };
const work: Where = { wire: "workerDb", applicationName: "kanban-worker" };
const jobs: Where = { wire: "workerDb", applicationName: "kanban-worker-jobs" };
const toApi: Where = { wire: "workerToApi", applicationName: "kanban-worker-relay" };

const before = (where: Where, statement: RegExp): Point => ({ ...where, statement, moment: "before-send" });
const after = (where: Where, statement: RegExp): Point => ({ ...where, statement, moment: "after-send" });
/** The same in the transaction in which another statement ran before. */
const having = (earlier: RegExp, point: Point): Point => ({ ...point, inTransactionAfter: earlier });

const commit = /^COMMIT$/;
const close = /^WITH clock AS/;
const taskRow = /^INSERT INTO "public"\."task"/;
const hintRow = /^INSERT INTO "public"\."hint"/;
const columnRows = /^INSERT INTO "public"\."column"/;
const accountRow = /^INSERT INTO "public"\."account"/;
const placeOfTask = /^UPDATE task SET column_id/;
const snapshotRows = /^INSERT INTO event_log/;
const arrival = /^INSERT INTO event_inbox/;
const markOut = /UPDATE event_(log|outbox) SET published_at/;
const markIn = /^UPDATE event_inbox SET handled_at/;
const jobRow = /^WITH ins AS \( INSERT INTO pgboss/;
const completion = /^WITH results AS \( UPDATE pgboss/;
const missingJobs = /FROM unnest\(\$1::text\[\]\) AS agent LEFT JOIN agent_run AS run ON run\.agent = agent\.agent/;
const forgetting = /^DELETE FROM task_projection WHERE board_id/;

const ofApi: Omit<Place, "victim">[] = [
  { name: "a1 session read, nothing begun", act: "capture", ...after(requests, /^SELECT s\.id::text AS "sessionId"/) },
  { name: "a1 key claimed, nothing written", act: "move", ...after(requests, /^WITH claimed AS/) },
  { name: "a2 task written, events not", act: "capture", ...having(taskRow, before(requests, close)) },
  { name: "a2 task moved, events not", act: "move", ...after(requests, placeOfTask) },
  { name: "a3 events written, COMMIT not sent", act: "capture", ...having(taskRow, before(requests, commit)) },
  { name: "a4 capture committed, answer not read", act: "capture", ...having(taskRow, after(requests, commit)) },
  { name: "a4 move committed, answer not read", act: "move", ...having(placeOfTask, after(requests, commit)) },
  { name: "a6 used key found, answer not given", act: "replay", ...after(requests, /^SELECT procedure, input_hash/) },
  {
    name: "a7 events read for a stream, frame not sent",
    act: "stream",
    ...after(requests, /^SELECT id::text, board_seq/),
  },
  { name: "sign-up: person written, password not", act: "signUp", ...before(requests, accountRow) },
  { name: "sign-up: committed, answer not read", act: "signUp", ...having(accountRow, after(requests, commit)) },
  { name: "new board: written, its columns not", act: "createBoard", ...before(requests, columnRows) },
  { name: "new board: committed, answer not read", act: "createBoard", ...having(columnRows, after(requests, commit)) },
  { name: "b1 events claimed, not sent", act: "capture", ...before(toWorker, arrival) },
  { name: "b3 events arrived, mark not begun", act: "capture", ...after(toWorker, arrival) },
  { name: "b3 events arrived, mark not sent", act: "move", ...before(apiLoops, markOut) },
  { name: "b3 events marked, COMMIT not sent", act: "capture", ...having(markOut, before(apiLoops, commit)) },
  { name: "b3 mark committed, answer not read", act: "move", ...having(markOut, after(apiLoops, commit)) },
  { name: "report: hint not written", act: "capture", ...before(requests, hintRow) },
  { name: "report: hint written, events not", act: "capture", ...having(hintRow, before(requests, close)) },
  { name: "report: hint committed, answer not read", act: "capture", ...having(hintRow, after(requests, commit)) },
  { name: "report: hint committed, report not marked", act: "capture", ...before(apiLoops, markIn) },
  { name: "snapshot: written, COMMIT not sent", act: "snapshot", ...having(snapshotRows, before(requests, commit)) },
  {
    name: "snapshot: committed, request not marked",
    act: "snapshot",
    ...having(snapshotRows, after(requests, commit)),
  },
];

const ofWorker: Omit<Place, "victim">[] = [
  {
    name: "c1 events claimed, nothing done",
    act: "capture",
    ...after(work, /FROM board_cursor WHERE board_id::text/),
  },
  { name: "c1 task projected, agents not woken", act: "capture", ...after(work, /^INSERT INTO task_projection/) },
  { name: "c1 move projected, event not marked", act: "move", ...after(work, /^UPDATE task_projection SET board_seq/) },
  { name: "c7 agents woken, job not written", act: "capture", ...before(work, jobRow) },
  {
    name: "c2 job written, board's place not",
    act: "capture",
    ...having(jobRow, before(work, /^INSERT INTO board_cursor/)),
  },
  { name: "c2 all done, event not marked", act: "move", ...before(work, markIn) },
  { name: "c2 event marked, COMMIT not sent", act: "capture", ...having(markIn, before(work, commit)) },
  { name: "c2 event committed, answer not read", act: "capture", ...having(markIn, after(work, commit)) },
  {
    name: "c3 job fetched, answer not read",
    act: "capture",
    ...after(jobs, /^WITH next AS/),
    onceAfter: having(jobRow, after(work, commit)),
  },
  { name: "c3 job fetched, not begun", act: "capture", ...before(work, /^SELECT task_id AS "taskId", board_id AS "b/) },
  { name: "c5 text read, report not written", act: "capture", ...before(work, /^INSERT INTO event_outbox/) },
  { name: "c5 report written, run not", act: "capture", ...before(work, /^INSERT INTO agent_run/) },
  { name: "c3 run written, job not completed", act: "capture", ...before(work, completion) },
  { name: "c3 job completed, COMMIT not sent", act: "capture", ...having(completion, before(work, commit)) },
  { name: "c3 job committed, answer not read", act: "capture", ...having(completion, after(work, commit)) },
  {
    name: "c3 job committed, engine not told",
    act: "capture",
    ...before(jobs, /^WITH input AS \( SELECT \* FROM json_to/),
  },
  { name: "c9 job failed, failure not written", act: "failJob", ...before(jobs, /^WITH output_map AS/) },
  { name: "c6 report claimed, not sent", act: "capture", ...before(toApi, arrival) },
  { name: "c6 report arrived, mark not begun", act: "capture", ...after(toApi, arrival) },
  { name: "c6 report marked, COMMIT not sent", act: "capture", ...having(markOut, before(work, commit)) },
  { name: "c6 mark committed, answer not read", act: "capture", ...having(markOut, after(work, commit)) },
  { name: "snapshot: board forgotten, tasks not put", act: "snapshot", ...after(work, forgetting) },
  {
    name: "snapshot: tasks put, jobs not looked for",
    act: "snapshot",
    ...having(forgetting, before(work, missingJobs)),
  },
  { name: "reconciler: loss found, job not made", act: "loseJob", ...having(missingJobs, before(work, jobRow)) },
];

/** In two lists, each process's own: one of each may be struck at the same time. */
export const places: Record<Place["victim"], readonly Place[]> = {
  api: ofApi.map((place) => ({ ...place, victim: "api" })),
  worker: ofWorker.map((place) => ({ ...place, victim: "worker" })),
};
