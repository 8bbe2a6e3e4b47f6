// Longer than most: the whole move from its first step to its last, in the order in which it happens.
import path from "node:path";
import type { Client } from "pg";
import { deploy } from "../prisma/deploy.ts";
import { backUpOld } from "./back-up-old.ts";
import { checkMove } from "./check-move.ts";
import { freeze, seal } from "./freeze.ts";
import { type MoveState, readMove, type StepName, writeMove } from "./move-state.ts";
import type { OldSource } from "./old-source.ts";
import { pass } from "./pass.ts";
import { createProgress, type Progress } from "./progress.ts";
import { writeReport } from "./report.ts";
import { MoveRefused } from "./target.ts";
import { verify, type Verified } from "./verify.ts";

export type Move = {
  source: OldSource;
  target: Client;
  urls: { api: string; worker: string };
  backups: string;
  reports: string;
  say(line: string): void;
  screen: Parameters<typeof createProgress>[2];
};

/** The two sides are not the same: nothing was sealed, and the report says which rows. */
export class MoveDiffers extends Error {
  override name = "MoveDiffers";
  readonly report: string;
  constructor(report: string) {
    super(`The two sides differ: see ${report}`);
    this.report = report;
  }
}

/** Passes before the freeze: each leaves to the next only what was written while it ran. */
const catchUps = 4;

/**
 * Moves the predecessor's database into the two, from where an earlier attempt has come to the end. The old one is only
 * read, and written to by its application, until the freeze; what is brought after it is what was written since the last
 * pass. Every step may be cut off: what it has done is remembered with what it did.
 * @throws MoveRefused before anything is changed; MoveDiffers when the verification finds a difference
 */
export async function move(asked: Move, { isResumed }: { isResumed: boolean }): Promise<MoveState> {
  const { source, target, urls, say } = asked;
  const seconds: MoveState["seconds"] = {};
  const timed = async <Result>(name: StepName, work: () => Promise<Result>): Promise<Result> => {
    say(`step ${name}`);
    const begin = performance.now();
    try {
      return await work();
    } finally {
      seconds[name] = (seconds[name] ?? 0) + (performance.now() - begin) / 1_000;
    }
  };

  const known = await timed("check", async () => {
    for (const line of (await checkMove(asked)).lines) say(`  ${line}`);
    const found = await readMove(target);
    if (found && !found.endedAt && !isResumed)
      throw new MoveRefused(`A move that began at ${found.beganAt} has not ended: --resume or --rollback.`);
    return found;
  });
  await timed("deploy", async () => {
    await deploy("api", urls.api);
    await deploy("worker", urls.worker);
  });
  const state: MoveState = known ?? newState(source.name);
  const earlier = state.seconds;
  const save = () => {
    state.seconds = mergeSeconds(earlier, seconds);
    return writeMove(target, state);
  };
  await save();
  const { folder } = state.backup
    ? { folder: state.backup }
    : await timed("back-up", () => backUpOld(source, asked.backups, new Date(state.beganAt)));
  state.backup = folder;
  await save();
  say(`  the old tables are in ${folder}`);

  const bring = async (names: { people: StepName; boards: StepName; keptRows: StepName }) => {
    let began: { name: StepName; at: number } | null = null;
    const next = (name: StepName | null) => {
      if (began) seconds[began.name] = (seconds[began.name] ?? 0) + (performance.now() - began.at) / 1_000;
      if (name && name !== began?.name) say(`step ${name}`);
      began = name ? { name, at: performance.now() } : null;
    };
    const passed = await pass(source, target, {
      people: () => next(names.people),
      boards: (count, rows): Progress => {
        next(names.boards);
        say(`  ${count} boards`);
        return createProgress(names.boards, rows, asked.screen);
      },
      keptRows: () => next(names.keptRows),
    });
    next(null);
    state.rows += passed.rows;
    state.events += passed.events;
    await save();
    return passed;
  };
  await bring({ people: "people", boards: "boards", keptRows: "kept-rows" });
  for (let turn = 0; turn < catchUps; turn++) {
    const { boards } = await bring({ people: "catch-up", boards: "catch-up", keptRows: "catch-up" });
    if (boards === 0) break;
  }

  const frozen = await timed("freeze", () => freeze(source));
  let verified: Verified;
  try {
    await bring({ people: "last-pass", boards: "last-pass", keptRows: "last-pass" });
    verified = await timed("verify", () => verify(source, target));
    if (verified.isRight) {
      await target.query("ANALYZE");
      state.isSealed = await timed("seal", async () => {
        const isSealed = await seal(source);
        // Else what was compared may not be what is sealed.
        await frozen.requireHeld();
        return isSealed;
      });
    } else {
      // The next attempt takes nothing for granted: every board is looked at anew, with all its events.
      await target.query("UPDATE predecessor_board SET fingerprint = '', events = -1");
    }
  } finally {
    state.freezeSeconds = await frozen.end();
  }
  await save();
  const report = await timed("report", () => writeReport({ state, verified, target, source, folder: asked.reports }));
  if (!verified.isRight) throw new MoveDiffers(path.join(report, "report.md"));
  state.report = report;
  state.endedAt = new Date().toISOString();
  await save();
  return state;
}

function newState(source: string): MoveState {
  return {
    ...{ source, beganAt: new Date().toISOString(), endedAt: null, backup: null, isSealed: false },
    ...{ freezeSeconds: null, seconds: {}, rows: 0, events: 0, report: null },
  };
}

function mergeSeconds(before: MoveState["seconds"], now: MoveState["seconds"]): MoveState["seconds"] {
  const merged = { ...before };
  for (const [name, spent] of Object.entries(now) as [StepName, number][]) merged[name] = (merged[name] ?? 0) + spent;
  return merged;
}
