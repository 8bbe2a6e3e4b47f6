"use client";

import type { BoardId, TaskId } from "@kanban/domain/ids";
import { Clock, LoaderCircle } from "lucide-react";
import { taskStrings } from "../task.strings.ts";
import { useReadingsOf } from "./readings.ts";

/** Says which agents are still at the open task's text, so that nobody takes "no hints yet" for "no hints". */
export function HintProgress({ boardId, taskId }: { boardId: BoardId; taskId: TaskId }) {
  const readings = useReadingsOf(boardId, taskId);
  return (
    <div role="status" className="empty:hidden">
      {readings.map(({ agent, state }) => {
        const Icon = state === "reading" ? LoaderCircle : Clock;
        return (
          <p key={agent} className="flex min-h-7 items-center gap-1.5 px-3 text-xs text-ink-2">
            <Icon
              size={12}
              aria-hidden
              className={state === "reading" ? "shrink-0 text-hint motion-safe:animate-spin" : "shrink-0"}
            />
            {taskStrings.hints[state](agent)}
          </p>
        );
      })}
    </div>
  );
}
