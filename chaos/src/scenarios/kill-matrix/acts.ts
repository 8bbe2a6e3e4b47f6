import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { MutationAnswer } from "@kanban/domain/board-event";
import type { FailpointRig } from "../../rig/open-failpoint-rig.ts";
import type { Intent } from "../../rig/ledger.ts";
import { type ChaosBoard, type Person, reach, signUpAgain } from "../../rig/person.ts";
import { pursue } from "../../rig/pursue.ts";
import { unlikeAnyOther } from "../../rig/unlike-any-other.ts";
import { untilDone } from "../../rig/until-done.ts";
import { followBoard } from "./follow-board.ts";

/** Where acts happen: one rig, one board, and whichever api answers at the moment. */
export type Stage = {
  rig: FailpointRig;
  board: ChaosBoard;
  apiUrl(): string;
  /** What was answered as a defect of the API's own, which nothing done here may lead to. */
  defects: string[];
};

/**
 * What somebody does. The first call arranges, before anything is armed; what it answers does the thing and resolves
 * when whoever asked has what they wanted.
 * @throws what was wrong with that
 */
type Act = (stage: Stage) => Promise<() => Promise<unknown>>;

/** Eager, for each case waits for it; and enough for a process that is away for a minute. */
const manners = { attempts: 300, longestPauseMs: 200 };

const capture: Act = async (stage) => () => change(stage, "task.create", newTask(stage));

const move: Act = async (stage) => {
  const task = newTask(stage);
  await change(stage, "task.create", task);
  return () => change(stage, "task.move", { taskId: task.taskId, toColumnId: stage.board.columns["next"] });
};

const createBoard: Act = async (stage) => () => change(stage, "board.create", { name: "Another" }, randomUUID());

/** Asks for something that is done already, under its key. */
const replay: Act = async (stage) => {
  const input = newTask(stage);
  const intent = intentOf(stage, "task.create", input);
  const first = await pursue(roaming(stage), stage.rig.ledger, intent, manners);
  const { mutationIds } = stage.rig.ledger.entries().find((entry) => entry.intent.id === intent.id)!;
  const asked = { ...input, boardId: stage.board.id, mutationId: mutationIds[0] };
  return async () => {
    const again = await untilDone(async () => {
      const { status, data } = await roaming(stage).call<MutationAnswer>("mutation", "task.create", asked);
      if (status !== 200) throw new Error(`status ${status}`);
      return data;
    });
    if (!isDeepStrictEqual(again, first.answer)) throw new Error("asked again, it was answered otherwise");
  };
};

/** Makes an account and asks until it can be used; when the first answer was lost, the second may be "sign in". */
const signUp: Act = async (stage) => async () => {
  const account = { email: `${randomUUID()}@example.test`, password: `a sentence ${randomUUID()}` };
  const person = await untilDone(() => signUpAgain(stage.apiUrl(), account));
  const { status } = await person.call("query", "board.list", undefined);
  if (status !== 200) throw new Error(`the new account's boards were answered with ${status}`);
};

/** The worker has lost the board's thread and asks for it whole. */
const snapshot: Act = async (stage) => {
  // Something to be forgotten and told again.
  await change(stage, "task.create", newTask(stage));
  return () => requestSnapshot(stage);
};

/** The queue has lost a job, and with it the text was never read: found by the reconciler of the next start. */
const loseJob: Act = async ({ rig, ...stage }) => {
  const task = newTask({ rig, ...stage });
  await change({ rig, ...stage }, "task.create", task);
  await untilDone(async () => {
    const { rows } = await rig.databases.worker.query<{ isRead: boolean }>(
      `SELECT EXISTS (SELECT FROM agent_run WHERE task_id = $1::uuid) AND NOT EXISTS (SELECT FROM pgboss.job
         WHERE data ->> 'taskId' = $1::uuid::text AND state IN ('created', 'retry', 'active')) AS "isRead"`,
      [task.taskId],
    );
    if (!rows[0]?.isRead) throw new Error("not read yet");
  });
  await rig.worker.kill();
  await rig.databases.worker.query(
    `WITH lost AS (DELETE FROM pgboss.job WHERE data ->> 'taskId' = $1::uuid::text),
       unread AS (DELETE FROM agent_run WHERE task_id = $1::uuid)
     UPDATE task_projection SET updated_at = now() - interval '1 hour' WHERE task_id = $1::uuid`,
    [task.taskId],
  );
  // Not waited for: it may be killed before it answers, and who kills it starts it again.
  return async () => void rig.worker.start().catch(() => {});
};

/** A job that fails at its first try: the disk is full for a moment. */
const failJob: Act = async (stage) => async () => {
  // Twice: the commit of a batch fails first, and then that of a job by itself.
  for (let times = 0; times < 2; times++)
    stage.rig.wires.workerDb.arm({
      applicationName: "kanban-worker",
      statement: /^INSERT INTO agent_run/,
      moment: "before-send",
      effect: { error: "53100" },
    });
  await change(stage, "task.create", newTask(stage));
};

/** Watches the board while tasks are captured: each event is told once, in order, whatever becomes of the stream. */
const stream: Act = async (stage) => {
  const follower = await followBoard(stage);
  return async () => {
    const { answer } = await change(stage, "task.create", newTask(stage));
    await follower.untilTold(answer!.events.at(-1)!.seq);
  };
};

export const acts = { capture, move, createBoard, replay, signUp, snapshot, loseJob, failJob, stream } satisfies Record<
  string,
  Act
>;
export type ActName = keyof typeof acts;

const newTask = ({ board }: Stage) => ({
  taskId: randomUUID(),
  columnId: board.columns["inbox"],
  title: unlikeAnyOther("call the dentist tomorrow 3pm"),
});

function intentOf({ board }: Stage, procedure: string, input: Intent["input"], boardId = board.id): Intent {
  return { id: randomUUID(), boardId, procedure, input };
}

async function change(stage: Stage, procedure: string, input: Intent["input"], boardId?: string) {
  const intent = intentOf(stage, procedure, input, boardId);
  const { outcome, answer } = await pursue(roaming(stage), stage.rig.ledger, intent, manners);
  if (outcome.kind !== "acknowledged") throw new Error(`${procedure} came to ${JSON.stringify(outcome)}`);
  return { answer };
}

/** Asks the api that answers at the moment. */
function roaming(stage: Stage): Person {
  const { person } = stage.board;
  return {
    ...person,
    call: async (kind, procedure, input) => {
      const answer = await reach(stage.apiUrl(), person.cookie).call<never>(kind, procedure, input);
      if (answer.status === 500) stage.defects.push(`${procedure} was answered with 500`);
      return answer;
    },
  };
}

/** As the worker writes it when an event is missing. */
async function requestSnapshot({ rig, board }: Stage): Promise<void> {
  const id = randomUUID();
  const nothing = { boardId: null, boardSeq: null, epoch: null, actor: null, causationId: null };
  const payload = { boardIds: [board.id], reason: "chaos asks for it" };
  const type = "snapshot.requested";
  const envelope = { id, type, version: 1, ...nothing, mutationId: id, correlationId: id, depth: 0, payload };
  await rig.databases.worker.query("INSERT INTO event_outbox (id, type, version, envelope) VALUES ($1, $2, 1, $3)", [
    id,
    type,
    JSON.stringify({ ...envelope, occurredAt: new Date().toISOString() }),
  ]);
}
