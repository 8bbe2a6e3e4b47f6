import type { TaskId } from "@kanban/domain/ids";
import type { ReactNode } from "react";
import { DropVeil } from "./files/drop-veil.tsx";

/** The two halves of a task: what is written, and what is set. One below the other on a phone. */
export function TaskPanelLayout({
  taskId,
  body,
  side,
}: {
  /** Files dropped anywhere on it go to this task. */
  taskId?: TaskId;
  body: ReactNode;
  side: ReactNode;
}) {
  return (
    <div
      data-files-task={taskId}
      className="group/files relative grid min-h-0 w-full grid-cols-[minmax(0,1fr)_232px] max-sm:block max-sm:overflow-y-auto"
    >
      <div className="grid content-start gap-(--panel-gap) overflow-y-auto px-6 pt-4 pb-6 max-sm:overflow-visible max-sm:px-4 max-sm:pt-[calc(8px+env(safe-area-inset-top))]">
        {body}
      </div>
      <div className="grid content-start gap-4 overflow-y-auto border-l border-line bg-sunken px-4 py-5 max-sm:overflow-visible max-sm:border-t max-sm:border-l-0 max-sm:pb-[calc(24px+env(safe-area-inset-bottom))]">
        {side}
      </div>
      <DropVeil />
    </div>
  );
}
