import { type JudgedCapture, learntKinds } from "./evaluate-learnt-agents.ts";
import { type Half, type Judged, textKinds } from "./evaluate-text-agents.ts";
import { ratesOf, type Score, sumOf } from "./score.ts";

const halves: readonly Half[] = ["development", "held out"];

/** Whether agents know how sure they may be: only the precision of these rows means something. */
const steps = [
  { name: "where sure (from 0.8)", least: 0.8, most: 1 },
  { name: "where likely (0.65 to 0.8)", least: 0.65, most: 0.8 },
  { name: "where unsure (below 0.65)", least: 0, most: 0.65 },
];

/** The figures of the agents that read text, as lines to print. */
export function reportOf(judged: readonly Judged[]): string[] {
  const languages = [...new Set(judged.map(({ capture }) => capture.language))];
  return textKinds.flatMap(({ kind, agent }) => {
    const row = (name: string, part: readonly Judged[]) => rowOf(name, sumOf(part.map(({ scores }) => scores[kind])));
    return [
      "",
      `${kind} (agent "${agent}")`.padEnd(34) + "precision  recall  wanted  surplus",
      row("all", judged),
      ...halves.map((half) =>
        row(
          half,
          judged.filter((one) => one.half === half),
        ),
      ),
      ...(kind === "follow-up" ? [] : steps).map(({ name, least, most }) =>
        row(
          name,
          judged.filter(({ proposals: { confidences } }) => {
            const confidence = kind === "follow-up" ? undefined : confidences[kind];
            return confidence !== undefined && confidence >= least && confidence < most;
          }),
        ),
      ),
      ...languages.map((language) =>
        row(
          language,
          judged.filter(({ capture }) => capture.language === language),
        ),
      ),
    ];
  });
}

/** The figures of the agents that learn from a past. */
export function learntReportOf(judged: readonly JudgedCapture[]): string[] {
  const names = [...new Set(judged.map(({ capture }) => capture.person))];
  return learntKinds.flatMap((kind) => {
    const row = (name: string, part: readonly JudgedCapture[]) =>
      rowOf(name, sumOf(part.map(({ scores }) => scores[kind])));
    const half = (of: Half) => judged.filter((one) => one.half === of);
    const own = (name: string) => judged.filter(({ capture }) => capture.person === name);
    return [
      "",
      `${kind} (learnt)`.padEnd(34) + "precision  recall  wanted  surplus",
      row("all", judged),
      ...halves.map((of) => row(of, half(of))),
      ...names.map((name) => row(name, own(name))),
    ];
  });
}

/** What went wrong in the half they are tuned on. */
export function learntMissesOf(judged: readonly JudgedCapture[]): string[] {
  return judged
    .filter(({ half }) => half === "development")
    .flatMap(({ capture, proposals, scores }) =>
      learntKinds
        .filter((kind) => scores[kind].surplus + scores[kind].missed > 0)
        .map((kind) => {
          const { filed, sameAs, minutes } = capture;
          const wanted = {
            duplicate: sameAs.expected,
            estimate: minutes.expected,
            tag: filed,
            context: filed,
            project: filed,
          };
          return `${kind}: ${capture.title}\n    wanted ${JSON.stringify(wanted[kind])}, got ${JSON.stringify(proposals[kind])}`;
        }),
    );
}

function rowOf(name: string, score: Score): string {
  const { precision, recall, wanted } = ratesOf(score);
  const cells = [precision.toFixed(2), recall.toFixed(2), String(wanted), String(score.surplus)];
  return `  ${name.padEnd(32)}${cells.map((cell, index) => cell.padStart([9, 8, 8, 9][index] ?? 8)).join("")}`;
}

/** What went wrong in the half agents are tuned on. The other half is nobody's business. */
export function missesOf(judged: readonly Judged[]): string[] {
  return judged
    .filter(({ half }) => half === "development")
    .flatMap(({ capture, proposals, scores }) =>
      textKinds
        .filter(({ kind }) => scores[kind].surplus + scores[kind].missed > 0)
        .map(({ kind }) => {
          const labels = {
            "due-date": [capture.due, proposals.due],
            "defer-date": [capture.defer, proposals.defer],
            waiting: [capture.waiting, proposals.waiting],
            "follow-up": [capture.followUp, proposals.followUp],
            checklist: [capture.items, proposals.items],
          } as const;
          const [label, proposed] = labels[kind];
          const text = [capture.title, capture.notes].filter(Boolean).join(" / ").replaceAll("\n", "⏎");
          return `${kind}: ${text}\n    wanted ${JSON.stringify(label.expected)}, got ${JSON.stringify(proposed)}`;
        }),
    );
}
