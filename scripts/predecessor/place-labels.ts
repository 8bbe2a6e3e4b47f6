import type { ProjectStatus } from "@kanban/domain/entities";
import type { ProjectId, TagId } from "@kanban/domain/ids";
import type { Keeper } from "./keeper.ts";
import { nearestColor } from "./nearest-color.ts";
import type { OldProject, OldTag } from "./old-tables.ts";
import { instantOf } from "./old-time.ts";
import { uniqueName } from "./unique-name.ts";
import type { WantedBoard } from "./wanted.ts";

/** The tags of a board; names that differ by case alone get a number, colours the nearest of ours. */
export function placeTags(oldTags: readonly OldTag[], keeper: Keeper): WantedBoard["tags"] {
  const taken = new Set<string>();
  return oldTags.map(({ id, name, color, createdAt }) => {
    const unique = uniqueName(name, taken);
    if (unique !== name) keeper.keepColumns("Tag", id, { name }, `another tag has this name: it is "${unique}" now`);
    keeper.keepColumns("Tag", id, { color }, "the palette has nine colours: the nearest was taken");
    return { id: id as TagId, name: unique, color: nearestColor(color), createdAt: instantOf(createdAt) };
  });
}

const statuses: Readonly<Record<string, ProjectStatus>> = {
  active: "active",
  someday: "someday",
  on_hold: "someday",
  paused: "someday",
  completed: "finished",
  done: "finished",
  finished: "finished",
  archived: "dropped",
  cancelled: "dropped",
  dropped: "dropped",
};

/** The projects of a board. A description stands as the desired outcome where none was written. */
export function placeProjects(oldProjects: readonly OldProject[], keeper: Keeper): WantedBoard["projects"] {
  const taken = new Set<string>();
  return oldProjects.map(({ id, name, description, desiredOutcome, status, createdAt }) => {
    const unique = uniqueName(name, taken);
    if (unique !== name)
      keeper.keepColumns("Project", id, { name }, `another project has this name: it is "${unique}" now`);
    const word = (status ?? "active").toLowerCase();
    const known = Object.hasOwn(statuses, word) ? statuses[word] : undefined;
    if (!known) keeper.keepColumns("Project", id, { status }, "a status that is none of ours: it is active");
    if (desiredOutcome && description)
      keeper.keepColumns("Project", id, { description }, "a project has a desired outcome and no second text");
    return {
      id: id as ProjectId,
      name: unique,
      color: "blue",
      desiredOutcome: desiredOutcome || description || "",
      status: known ?? "active",
      createdAt: instantOf(createdAt),
    };
  });
}
