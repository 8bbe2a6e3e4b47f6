import path from "node:path";
import type { Client } from "pg";
import { deploy } from "../prisma/deploy.ts";
import { backUpOld } from "./back-up-old.ts";
import { checkMove } from "./check-move.ts";
import { freeze, seal } from "./freeze.ts";
import { type MoveState, readMove, type StepName, writeMove } from "./move-state.ts";
import type { OldSource } from "./old-source.ts";
import { pass } from "./pass.ts";
import { createProgress } from "./progress.ts";
import { writeReport } from "./report.ts";
import { createStopwatch } from "./stopwatch.ts";
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
  const known = await readMove(target);
  const state = known ?? newState(source.name);
  const watch = createStopwatch(state.seconds, say);
  const save = async () => {
    state.seconds = { ...state.seconds, ...watch.stop() };
    await writeMove(target, state);
  };
  const bring = async (names: Record<"people" | "boards" | "keptRows", StepName>) => {
    const passed = await pass(source, target, {
      people: () => watch.step(names.people),
      boards: (count, rows) => {
        watch.step(names.boards);
        say(`  ${count} boards`);
        return createProgress(names.boards, rows, asked.screen);
      },
      keptRows: () => watch.step(names.keptRows),
    });
    state.rows += passed.rows;
    state.events += passed.events;
    await save();
    return passed;
  };
  const allAs = (name: StepName) => ({ people: name, boards: name, keptRows: name });

  watch.step("check");
  for (const line of (await checkMove(asked)).lines) say(`  ${line}`);
  if (known && !isResumed)
    throw new MoveRefused(`A move that began at ${known.beganAt} has not ended: --resume or --rollback.`);
  watch.step("deploy");
  await deploy("api", urls.api);
  await deploy("worker", urls.worker);
  await save();
  if (!state.backup) {
    watch.step("back-up");
    state.backup = (await backUpOld(source, asked.backups, new Date(state.beganAt))).folder;
    await save();
  }
  say(`  the old tables are in ${state.backup}`);

  await bring({ people: "people", boards: "boards", keptRows: "kept-rows" });
  for (let turn = 0; turn < catchUps; turn++) if ((await bring(allAs("catch-up"))).boards === 0) break;

  watch.step("freeze");
  const frozen = await freeze(source);
  let verified: Verified;
  try {
    await bring(allAs("last-pass"));
    watch.step("verify");
    verified = await verify(source, target);
    if (verified.isRight) {
      await target.query("ANALYZE");
      watch.step("seal");
      state.isSealed = await seal(source);
      // Else what was compared may not be what is sealed.
      await frozen.requireHeld();
    } else {
      // The next attempt takes nothing for granted: every board is looked at anew, with all its events.
      await target.query("UPDATE predecessor_board SET fingerprint = '', events = -1");
    }
  } finally {
    state.freezeSeconds = await frozen.end();
  }
  await save();
  watch.step("report");
  const report = await writeReport({ state, verified, target, source, folder: asked.reports });
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
