import { randomUUID } from "node:crypto";
import type { HintKind } from "@kanban/domain/hint/hint-kinds";
import type { LearntAgent } from "../agents/learnt-agent.ts";
import type { Finding } from "../agents/agent.ts";
import { type BoardMemory, createBoardMemory, type LabelFacts, type LabelKind } from "../learning/board-memory.ts";
import type { Half } from "./evaluate-text-agents.ts";
import type { Person, PersonCapture, PersonTask } from "./read-people.ts";
import { type Score, scoreOf } from "./score.ts";

export const learntKinds = ["tag", "context", "project", "duplicate", "estimate"] as const satisfies HintKind[];
export type LearntKind = (typeof learntKinds)[number];

/** One capture of somebody with a past, with what was proposed for it in words, and what that is worth. */
export type JudgedCapture = {
  capture: PersonCapture;
  proposals: Record<LearntKind, { value: string; confidence: number }[]>;
  scores: Record<LearntKind, Score>;
  half: Half;
};

/** Lets everybody capture what they capture, with a memory of all they did before. */
export function evaluateLearntAgents(agents: readonly LearntAgent[], people: readonly Person[]): JudgedCapture[] {
  return people.flatMap((person) => {
    const { memory, nameOf, titleOf } = rememberPast(person);
    return person.captures.map((capture, index): JudgedCapture => {
      const findings = agents.flatMap((agent) => findingsOf(agent, capture, memory));
      const proposals = Object.fromEntries(
        learntKinds.map((kind) => [
          kind,
          findings
            .filter(({ value }) => value.kind === kind)
            .map(({ value, confidence }) => ({ value: wordsOf(value, nameOf, titleOf), confidence })),
        ]),
      ) as JudgedCapture["proposals"];
      return {
        ...{ capture, proposals },
        scores: scoresOf(capture, proposals),
        half: index % 2 === 1 ? "development" : "held out",
      };
    });
  });
}

const now = "2026-03-04T10:00:00.000Z";

function findingsOf(agent: LearntAgent, { title, notes }: PersonCapture, memory: BoardMemory): Finding[] {
  const chosen = { tagIds: [], contextIds: [], projectId: null, estimateMinutes: null, capturedAt: now };
  return agent.findHints(
    { title, notes, dueAt: null, writtenAt: now, readAt: now, timeZone: "Europe/Prague" },
    { learnt: { taskId: randomUUID(), chosen, memory } },
  );
}

function rememberPast(person: Person) {
  const memory = createBoardMemory();
  const labels = [
    ...person.tags.map((name) => labelNamed("tag", name)),
    ...person.contexts.map((name) => labelNamed("context", name)),
    ...person.projects.map((name) => labelNamed("project", name)),
  ];
  const idOf = (kind: LabelKind, name: string) =>
    labels.find((label) => label.kind === kind && label.name === name)?.labelId ?? "";
  const titles = new Map<string, string>();
  const remember = (task: PersonTask, index: number, isFinished: boolean) => {
    const taskId = randomUUID();
    titles.set(taskId, task.title);
    memory.put({
      taskId,
      title: task.title,
      notes: task.notes,
      isOpen: !isFinished,
      isFinished,
      isFiled: true,
      tagIds: task.tags.map((name) => idOf("tag", name)),
      contextIds: task.context === null ? [] : [idOf("context", task.context)],
      projectId: task.project === null ? null : idOf("project", task.project),
      hintedIds: [],
      minutes: task.minutes,
      capturedAt: new Date(Date.UTC(2026, 0, 1) + index * 60_000).toISOString(),
    });
  };
  memory.setLabels(labels);
  for (const [index, task] of person.past.entries()) remember(task, index, true);
  for (const [index, task] of person.open.entries()) remember(task, person.past.length + index, false);
  const nameOf = (labelId: string) => labels.find((label) => label.labelId === labelId)?.name ?? "?";
  return { memory, nameOf, titleOf: (taskId: string) => titles.get(taskId) ?? "?" };
}

const labelNamed = (kind: LabelKind, name: string): LabelFacts => ({ labelId: randomUUID(), kind, name, isOpen: true });

function wordsOf(value: Finding["value"], nameOf: (id: string) => string, titleOf: (id: string) => string): string {
  switch (value.kind) {
    case "tag":
      return nameOf(value.tagId);
    case "context":
      return nameOf(value.contextId);
    case "project":
      return nameOf(value.projectId);
    case "duplicate":
      return titleOf(value.otherTaskId);
    case "estimate":
      return String(value.minutes);
    default:
      throw new Error(`Not learnt: ${value.kind}`);
  }
}

const isSame = (a: string, b: string) => a === b;

function scoresOf(capture: PersonCapture, proposals: JudgedCapture["proposals"]): JudgedCapture["scores"] {
  const first = (kind: LearntKind) => proposals[kind][0]?.value ?? null;
  const { tags, context, project, also } = capture.filed;
  const single = (kind: "context" | "project", expected: string | null) => {
    const proposed = first(kind);
    const tolerated = also.includes(`${kind === "context" ? "@" : "+"}${proposed}`) ? proposed : null;
    return scoreOf({ expected, tolerated }, proposed, isSame);
  };
  const proposedTags = proposals.tag.map(({ value }) => value);
  const minutes = first("estimate");
  return {
    tag: {
      hits: proposedTags.filter((tag) => tags.includes(tag)).length,
      surplus: proposedTags.filter((tag) => !tags.includes(tag) && !also.includes(`#${tag}`)).length,
      missed: tags.filter((tag) => !proposedTags.includes(tag)).length,
    },
    context: single("context", context),
    project: single("project", project),
    duplicate: scoreOf(capture.sameAs, first("duplicate"), isSame),
    estimate: scoreOf<{ least: number; most: number }>(
      capture.minutes,
      minutes === null ? null : { least: Number(minutes), most: Number(minutes) },
      (range, told) => told.least >= range.least && told.most <= range.most,
    ),
  };
}
