"use client";

import { useMemo } from "react";
import type { Context, Tag } from "@kanban/domain/entities";
import { useBoardPart } from "../state/screen.tsx";
import { openProjects } from "./ensure-labels.ts";
import type { LabelRows } from "./suggest-labels.ts";

/** The board's labels a line can name. */
export function useLabelRows(): LabelRows {
  const tags = useBoardPart((view) => view.tags);
  const contexts = useBoardPart((view) => view.contexts);
  const projects = useBoardPart((view) => view.projects);
  return useMemo(
    () => ({
      tag: Object.values<Tag>(tags),
      context: Object.values<Context>(contexts),
      project: openProjects(projects),
    }),
    [tags, contexts, projects],
  );
}
