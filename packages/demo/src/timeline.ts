import type { ColumnKind } from "@kanban/domain/column-kind";
import type { Column, Project, Tag } from "@kanban/domain/entities";
import type { BoardId, ChecklistItemId, ContextId, MutationId, ProjectId, TagId, TaskId } from "@kanban/domain/ids";
import type { Mutation } from "@kanban/domain/mutations";
import { doingSlots } from "./doing-slots.ts";
import { day, type Episode, finishedEpisodes, openEpisodes } from "./episode.ts";
import { type Random, randomFrom } from "./random.ts";
import { demoContexts, demoProjects, demoTags } from "./story.ts";

const minute = 60_000;

/** Days of history behind the sample board. */
export const demoDays = 90;

export type TimedMutation = { at: number; mutation: Mutation };

type Labels = { contexts: Map<string, ContextId>; tags: Map<string, TagId>; projects: Map<string, ProjectId> };

/**
 * Everything that was ever asked of the sample board, in order, ending before `now` (Unix milliseconds). The same seed,
 * board, columns and moment give the same list. The board's columns are the default ones.
 */
export function demoTimeline(seed: string, boardId: BoardId, columns: readonly Column[], now: number): TimedMutation[] {
  const random = randomFrom(seed);
  const begin = now - (demoDays + 1) * day;
  const labels = makeLabels(random, begin);
  const open = openEpisodes(now, random);
  // Two of the three places in Doing are held by what is there today.
  const held = open.flatMap(({ steps }) => steps.filter(({ kind }) => kind === "doing").map(({ at }) => at));
  const slots = doingSlots([...held.map((at) => at - minute), now]);
  const episodes = [...finishedEpisodes(now, demoDays, slots, random), ...open];
  const ask = asker(boardId, columns, random);
  return [
    ...askForLabels(labels, ask, begin),
    ...episodes.flatMap((episode) => askForEpisode(episode, labels, ask, random, now)),
  ]
    .filter(({ at }) => at < now)
    .sort((a, b) => a.at - b.at);
}

function makeLabels(random: Random, at: number): Labels {
  const named = <Id extends string>(names: readonly string[]) =>
    new Map(names.map((name) => [name, random.id<Id>(at)] as const));
  return {
    contexts: named<ContextId>(demoContexts),
    tags: named<TagId>(demoTags.map(({ name }) => name)),
    projects: named<ProjectId>(demoProjects.map(({ name }) => name)),
  };
}

type MutationOf<Name extends Mutation["name"]> = Extract<Mutation, { name: Name }>;
type Ask = {
  <Name extends Mutation["name"]>(
    at: number,
    name: Name,
    input: Omit<MutationOf<Name>["input"], "boardId" | "mutationId">,
  ): TimedMutation;
  column(kind: ColumnKind): Column;
};

function asker(boardId: BoardId, columns: readonly Column[], random: Random): Ask {
  const ask = (at: number, name: Mutation["name"], input: object): TimedMutation => ({
    at,
    mutation: { name, input: { boardId, mutationId: random.id<MutationId>(at), ...input } } as Mutation,
  });
  const column = (kind: ColumnKind) => {
    const found = columns.find((candidate) => candidate.kind === kind);
    if (!found) throw new Error(`The sample board has no ${kind} column`);
    return found;
  };
  return Object.assign(ask, { column });
}

function askForLabels({ contexts, tags, projects }: Labels, ask: Ask, begin: number): TimedMutation[] {
  let at = begin;
  const next = () => (at += minute);
  return [
    ...[...contexts].map(([name, contextId]) => ask(next(), "context.create", { contextId, name })),
    ...demoTags.map(({ name, color }) =>
      ask(next(), "tag.create", { tagId: tags.get(name) as Tag["id"], name, color }),
    ),
    ...demoProjects.map((project) =>
      ask(next(), "project.create", { projectId: projects.get(project.name) as Project["id"], ...project }),
    ),
  ];
}

function askForEpisode(episode: Episode, labels: Labels, ask: Ask, random: Random, now: number): TimedMutation[] {
  const { words, capturedAt, clarifiedAt, steps, archivedAt, open } = episode;
  const taskId = random.id<TaskId>(capturedAt);
  const asked = [
    ask(capturedAt, "task.create", {
      taskId,
      columnId: ask.column("inbox").id,
      title: words.title,
      source: open?.source ?? "web",
      ...(open?.notes ? { notes: open.notes } : {}),
    }),
  ];
  if (clarifiedAt !== null) {
    // Sorted by id, as every reader of a task's labels finds them.
    const idsOf = <Id extends string>(names: readonly string[], ids: Map<string, Id>) =>
      names.flatMap((name) => ids.get(name) ?? []).sort();
    asked.push(
      ask(clarifiedAt, "task.update", {
        taskId,
        contextIds: idsOf(words.contexts, labels.contexts),
        tagIds: idsOf(words.tags, labels.tags),
        projectId: (words.project && labels.projects.get(words.project)) || null,
        estimateMinutes: words.estimateMinutes,
        ...(open?.dueInDays === undefined ? {} : { dueAt: dayFrom(now, open.dueInDays) }),
        ...(open?.priority ? { priority: open.priority } : {}),
      }),
    );
  }
  for (const { kind, at } of steps) asked.push(ask(at, "task.move", { taskId, toColumnId: ask.column(kind).id }));
  if (open) asked.push(...askForOpenStory(open, taskId, steps, clarifiedAt ?? capturedAt, ask, random, now));
  if (archivedAt !== null) asked.push(ask(archivedAt, "task.archive", { taskId }));
  return asked;
}

function askForOpenStory(
  { checklist = [], waitingFor }: NonNullable<Episode["open"]>,
  taskId: TaskId,
  steps: Episode["steps"],
  clarifiedAt: number,
  ask: Ask,
  random: Random,
  now: number,
): TimedMutation[] {
  const asked: TimedMutation[] = [];
  checklist.forEach(({ text, isDone }, index) => {
    const at = clarifiedAt + (index + 1) * 10_000;
    const itemId = random.id<ChecklistItemId>(at);
    asked.push(ask(at, "checklistItem.create", { taskId, itemId, text, isDone: false }));
    if (isDone)
      asked.push(ask(at + random.between(5, 30) * 100 * minute, "checklistItem.update", { taskId, itemId, isDone }));
  });
  const waits = steps.find(({ kind }) => kind === "waiting");
  if (waits && waitingFor) {
    const followUpOn = waitingFor.followUpInDays === null ? null : dayFrom(now, waitingFor.followUpInDays);
    const since = new Date(waits.at).toISOString();
    asked.push(
      ask(waits.at + 30_000, "task.update", { taskId, waitingFor: { who: waitingFor.who, since, followUpOn } }),
    );
  }
  return asked;
}

function dayFrom(now: number, days: number): string {
  return new Date(now + days * day).toISOString().slice(0, 10);
}
