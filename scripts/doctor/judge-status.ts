import type { BridgeStatus } from "@kanban/events/bridge-status";
import type { JobStatus } from "@kanban/events/job-status";
import type { Side } from "@kanban/events/operations-events";
import type { Finding } from "./finding.ts";

/** What waits longer than this does not wait for its turn: something is off. */
const patienceSeconds = 60;
/** As many as fit on a screen; the operations page and --json show more. */
const named = 5;
const lineLength = 160;

const otherOf = { api: "worker", worker: "api" } as const;

/** What is to be said of a side's end of the bridge. */
export function judgeBridge(side: Side, { outbox, inbox, parked }: BridgeStatus): Finding[] {
  const late = ({ waiting, oldestSeconds }: BridgeStatus["outbox"]) => waiting > 0 && oldestSeconds > patienceSeconds;
  const found = ({ waiting, oldestSeconds }: BridgeStatus["outbox"]) =>
    waiting === 0 ? "nothing waits" : `${waiting} waiting, the oldest for ${spanWords(oldestSeconds)}`;
  const findings: Finding[] = [
    late(outbox)
      ? {
          ...{ verdict: "attention", about: `${side} outbox`, found: found(outbox) },
          todo: `See that the ${side} runs and reaches the ${otherOf[side]}'s database; its log says what it meets. Nothing is lost meanwhile.`,
        }
      : { verdict: "ok", about: `${side} outbox`, found: found(outbox) },
    late(inbox)
      ? {
          ...{ verdict: "attention", about: `${side} inbox`, found: found(inbox) },
          todo: `See that the ${side} runs: it works off its inbox by itself.`,
        }
      : { verdict: "ok", about: `${side} inbox`, found: found(inbox) },
  ];
  if (inbox.failing > 0)
    findings.push({
      ...{
        verdict: "attention",
        about: `${side} failing`,
        found: `${counted(inbox.failing, "event")} failed and tried again`,
      },
      todo: "Wait half a minute: by then they have succeeded or are set aside.",
    });
  if (inbox.boardsWaiting > 0)
    findings.push({
      ...{ verdict: "attention", about: `${side} boards` },
      found: `${counted(inbox.boardsWaiting, "board")} missing an event`,
      todo: "They ask for themselves as they are within seconds. When it stays: pnpm run doctor rebuild --reason …",
    });
  findings.push(
    inbox.parked === 0
      ? { verdict: "ok", about: `${side} set aside`, found: "no event" }
      : {
          ...{ verdict: "attention", about: `${side} set aside` },
          found: listed(
            counted(inbox.parked, "event"),
            parked.map(({ eventId, type, reason }) => `${eventId}  ${type}  ${reason}`),
          ),
          todo: `Mend the cause, then for each: pnpm run doctor redrive ${side} <id> --reason …, or discard instead of redrive`,
        },
  );
  return findings;
}

/** What is to be said of the worker's jobs; `null` before the worker ran for the first time. */
export function judgeJobs(jobs: JobStatus | null): Finding[] {
  if (!jobs)
    return [
      {
        ...{ verdict: "attention", about: "worker jobs", found: "the worker has never run on this database" },
        todo: "Start it: it makes its queues by itself.",
      },
    ];
  const findings = jobs.queues.map(({ name, waiting, retrying, active, oldestSeconds }): Finding => {
    const found = `${waiting} waiting, ${retrying} again later, ${active} running`;
    if (oldestSeconds <= patienceSeconds) return { verdict: "ok", about: `queue ${name}`, found };
    return {
      ...{ verdict: "attention", about: `queue ${name}` },
      found: `${found}; the oldest could have run ${spanWords(oldestSeconds)} ago`,
      todo: "See that the worker runs.",
    };
  });
  const { deadLetterCount, deadLetters } = jobs;
  findings.push(
    deadLetterCount === 0
      ? { verdict: "ok", about: "jobs set aside", found: "no job" }
      : {
          ...{ verdict: "attention", about: "jobs set aside" },
          found: listed(
            counted(deadLetterCount, "job"),
            deadLetters.map(({ jobId, queue, error }) => `${jobId}  ${queue}  ${error}`),
          ),
          todo: "Mend the cause, then for each: pnpm run doctor retry <id> --reason …, or pnpm run doctor discard job <id> --reason …",
        },
  );
  return findings;
}

function listed(count: string, lines: readonly string[]): string {
  const shown = lines.slice(0, named).map((line) => `\n${printable(line).slice(0, lineLength)}`);
  return count + shown.join("") + (lines.length > named ? `\nand more` : "");
}

/** An error's text may hold anything, also what a terminal would obey. */
function printable(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, " ");
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function spanWords(seconds: number): string {
  if (seconds < 120) return `${Math.round(seconds)} s`;
  if (seconds < 7_200) return `${Math.round(seconds / 60)} min`;
  if (seconds < 172_800) return `${Math.round(seconds / 3_600)} h`;
  return `${Math.round(seconds / 86_400)} days`;
}
