"use client";

import { CalendarDays } from "lucide-react";
import { Popover } from "../../../../components/ui/popover.tsx";
import { DueForm } from "../../../task/fields/due-form.tsx";
import { localDay } from "../../../task/moment-words.ts";
import { useScreen } from "../../state/screen.tsx";
import { sharedValue } from "../choices/shared.ts";
import { selectStrings } from "../select.strings.ts";
import { setDue } from "../set-due.ts";
import { BarButton } from "./bar-button.tsx";
import { useBulkPanel } from "./use-bulk-panel.ts";
import { useSelectedTasks } from "./use-selected-tasks.ts";

const { actions } = selectStrings;

/** The due date of all. */
export function DueAction() {
  const screen = useScreen();
  const tasks = useSelectedTasks();
  const { open, onOpenChange, finalFocus } = useBulkPanel("due");
  const set = (dueAt: string | null) => {
    setDue(screen, dueAt);
    onOpenChange(false);
  };
  return (
    <Popover
      label={actions.due}
      open={open}
      onOpenChange={onOpenChange}
      finalFocus={finalFocus}
      align="center"
      trigger={<BarButton icon={<CalendarDays size={15} />} label={actions.due} command="due" />}
    >
      <DueForm
        dueAt={sharedValue(tasks, (task) => task.dueAt) ?? null}
        today={localDay(new Date())}
        canClear={tasks.some((task) => task.dueAt !== null)}
        onSet={set}
      />
    </Popover>
  );
}
