"use client";

import { AtSign, UserRound } from "lucide-react";
import { useState } from "react";
import type { BoardView } from "@kanban/domain/board-view";
import type { LaneFields } from "@kanban/domain/grouping/lane-fields";
import { ColorDot } from "../../../components/ui/tag.tsx";
import { strings } from "../board.strings.ts";
import { useBoardPart, useScreenPart } from "../state/screen.tsx";
import { type Chip, priorityChip } from "./chips.tsx";
import { givenByLane } from "./given-by-lane.ts";
import type { Line } from "./use-line.ts";

const texts = strings.add.chips;

/** The value a line takes from the lane it is added in, as a chip that gives it up: `lane` is then none until `renew`. */
export function useLaneChip(inLane: string | undefined, line: Line) {
  const [isGivenUp, setGivenUp] = useState(false);
  const view = useBoardPart((whole) => whole);
  const grouping = useScreenPart((state) => state.grouping);
  const lane = isGivenUp ? undefined : inLane;
  const look = lookOf(view, givenByLane(view, grouping, lane, line.task.values));
  const chip: Chip | null = look && {
    ...look,
    key: "lane",
    note: texts.fromLane,
    onRemove: () => setGivenUp(true),
  };
  return { lane, chip, renew: () => setGivenUp(false) };
}

function lookOf(
  { projects, contexts, members }: BoardView,
  { projectId, contextIds, assigneeIds, priority }: LaneFields,
): Pick<Chip, "icon" | "kind" | "words"> | null {
  const project = projectId && projects[projectId];
  if (project) return { icon: <ColorDot color={project.color} />, kind: texts.kinds.project, words: project.name };
  const context = contextIds?.[0] && contexts[contextIds[0]];
  if (context) return { icon: <AtSign size={11} />, kind: texts.kinds.context, words: context.name };
  const person = assigneeIds?.[0] && members[assigneeIds[0]];
  if (person) return { icon: <UserRound size={11} />, kind: texts.kinds.assignee, words: person.name };
  return priority ? priorityChip(priority) : null;
}
