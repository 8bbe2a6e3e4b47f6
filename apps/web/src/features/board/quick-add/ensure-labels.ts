import type { CaptureValues } from "@kanban/domain/capture-syntax/capture-values";
import { matchLabel, matchProject } from "@kanban/domain/capture-syntax/match-label";
import type { Context, Project, Tag } from "@kanban/domain/entities";
import type { ContextId, ProjectId, TagId } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import { newId } from "../../../sync/new-id.ts";
import { nextLabelColor } from "../../task/fields/next-label-color.ts";
import type { BoardScreen } from "../state/screen.tsx";

export type LabelIds = { tagIds: TagId[]; contextIds: ContextId[]; projectId: ProjectId | null };

/** Projects a line can name; finished and dropped ones are not gone back to by accident. */
export function openProjects(projects: Readonly<Record<ProjectId, Project>>): Project[] {
  return Object.values<Project>(projects).filter(({ status }) => status === "active" || status === "someday");
}

/** The labels a line names, creating those the board does not have. One that is refused is left out; the person is told. */
export function ensureLabels(screen: BoardScreen, values: CaptureValues): LabelIds {
  return {
    tagIds: values.tags.slice(0, limits.labelsPerTask).flatMap((name) => ensureTag(screen, name) ?? []),
    contextIds: values.contexts.slice(0, limits.labelsPerTask).flatMap((name) => ensureContext(screen, name) ?? []),
    projectId: values.project === null ? null : ensureProject(screen, values.project),
  };
}

function ensureTag(screen: BoardScreen, name: string): TagId | null {
  const tags = Object.values<Tag>(screen.view().tags);
  const found = matchLabel(tags, name);
  if (found) return found.id;
  const tagId = newId<TagId>();
  const color = nextLabelColor(tags.map((tag) => tag.color));
  return screen.mutate("tag.create", { tagId, name, color }).refused ? null : tagId;
}

function ensureContext(screen: BoardScreen, name: string): ContextId | null {
  const found = matchLabel(Object.values<Context>(screen.view().contexts), name);
  if (found) return found.id;
  const contextId = newId<ContextId>();
  return screen.mutate("context.create", { contextId, name }).refused ? null : contextId;
}

function ensureProject(screen: BoardScreen, name: string): ProjectId | null {
  const all = Object.values<Project>(screen.view().projects);
  // A name is taken by finished projects, too.
  const found = matchProject(openProjects(screen.view().projects), name) ?? matchLabel(all, name);
  if (found) return found.id;
  const projectId = newId<ProjectId>();
  const color = nextLabelColor(all.map((project) => project.color));
  return screen.mutate("project.create", { projectId, name, color }).refused ? null : projectId;
}
