import { backoffMs } from "../../../sync/backoff.ts";
import type { UploadProblem } from "../../task/files/upload.ts";
import { type Capture, fileArrived, type WaitingFile } from "./capture.ts";
import { type CaptureSenderDeps, type Lane, rereadDiskMs } from "./sender-deps.ts";

/** About five minutes of a network that carries words but breaks off at this file: then its person is asked. */
const triesBeforeAsking = 24;

/** Sends the files of captures that have become tasks, one after another. */
export function createFileLane(deps: CaptureSenderDeps): Lane {
  const { kept, timers, transport } = deps;
  let failures = 0;

  const giveUp = async (capture: Capture, { id }: WaitingFile, problem: UploadProblem) => {
    const withProblem = (each: WaitingFile) => (each.id === id ? { ...each, problem } : each);
    const change = (now: Capture) => ({ ...now, files: now.files.map(withProblem) });
    await kept.change(capture.id, change);
    deps.onProblem(change(capture));
  };

  return async (signal) => {
    const found = nextFile(await kept.list());
    if (!found || signal.aborted) return rereadDiskMs;
    const { capture, file, task } = found;
    const bytes = await kept.bytesOf(file.id);
    const onProgress = (progress: number) => deps.onProgress(file.id, progress);
    const result = bytes
      ? await transport.sendFile(task, file, bytes, { onProgress, signal })
      : // The browser has lost the bytes and kept their name: nobody could send them.
        ({ outcome: "sent" } as const);
    if (signal.aborted || result.outcome === "cancelled") return 0;
    if (result.outcome === "sent") await kept.change(capture.id, (now) => fileArrived(now, file.id));
    else if (result.problem.kind === "signed-out") {
      deps.onSignedOut();
      return rereadDiskMs;
    } else if (result.problem.kind === "network" && failures + 1 < triesBeforeAsking) {
      failures += 1;
      return backoffMs(failures, timers);
    } else if (isPassing(result.problem)) {
      failures += 1;
      return backoffMs(failures, timers);
    } else await giveUp(capture, file, result.problem);
    failures = 0;
    deps.onChange();
    return 0;
  };
}

function nextFile(captures: readonly Capture[]) {
  for (const capture of captures) {
    const file = capture.files.find(({ problem }) => !problem);
    if (capture.task && file) return { capture, file, task: capture.task };
  }
  return null;
}

/** Whether waiting is all it takes. */
function isPassing(problem: UploadProblem): boolean {
  return problem.kind === "refused" && problem.code === "TOO_MANY_UPLOADS";
}
