import type { ReactNode } from "react";
import type { BoardView } from "@kanban/domain/board-view";
import { energySchema, prioritySchema } from "@kanban/domain/entities";
import { type Facet, facets, traits } from "@kanban/domain/filter/filter";
import { dueChoices } from "@kanban/domain/filter/due-choice";
import { Avatar } from "../../../components/ui/avatar.tsx";
import { ColorDot } from "../../../components/ui/tag.tsx";
import { nameOfValue } from "./name-of-value.ts";

export type FilterChoice = { facet: Facet; value: string; name: string; icon?: ReactNode };

const agesInDays = ["3", "7", "14", "30"];
const estimatesInMinutes = ["15", "30", "60", "120"];

function byName(rows: Readonly<Record<string, { name: string }>>): string[] {
  return Object.entries(rows)
    .sort(([, a], [, b]) => a.name.localeCompare(b.name))
    .map(([id]) => id);
}

function valuesOf(view: BoardView, facet: Facet): readonly string[] {
  switch (facet) {
    case "tag":
      return ["none", ...byName(view.tags)];
    case "context":
      return ["none", ...byName(view.contexts)];
    case "project":
      return ["none", ...byName(view.projects)];
    case "assignee":
      return ["me", "none", ...byName(view.members)];
    case "priority":
      return prioritySchema.options.toReversed();
    case "energy":
      return energySchema.options;
    case "due":
      return dueChoices;
    case "is":
      return traits;
    case "age":
      return agesInDays;
    case "estimate":
      return estimatesInMinutes;
  }
}

function iconOf(view: BoardView, facet: Facet, value: string, name: string): ReactNode {
  const colored = facet === "tag" ? view.tags : facet === "project" ? view.projects : {};
  const { color } = (colored as Record<string, { color: string } | undefined>)[value] ?? {};
  if (color) return <ColorDot color={color} />;
  return facet === "assignee" && value.length > "none".length ? <Avatar id={value} name={name} size={18} /> : null;
}

/** Everything a board can be filtered by, in the order of the facets and of names; a label of no use is left out. */
export function filterChoices(view: BoardView, only: Facet | "all"): FilterChoice[] {
  return facets
    .filter((facet) => only === "all" || only === facet)
    .flatMap((facet) => {
      const values = valuesOf(view, facet);
      // "No tag" alone, on a board without tags, asks nothing.
      if (values.every((value) => value === "none")) return [];
      return values.map((value) => {
        const name = nameOfValue(view, facet, value);
        return { facet, value, name, icon: iconOf(view, facet, value, name) };
      });
    });
}
