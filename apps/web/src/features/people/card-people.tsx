"use client";

import type { TaskId, UserId } from "@kanban/domain/ids";
import { Avatar } from "../../components/ui/avatar.tsx";
import { useSignedInUser } from "../auth/signed-in.tsx";
import { useBoardPart, useScreen } from "../board/state/screen.tsx";
import { useOthersChange } from "./others-changes.ts";
import { peopleStrings } from "./people.strings.ts";
import { useWatcherIdsOf } from "./watchers.ts";

/** At a card's upper edge: who else has it open, and for a moment who has just changed it. */
export function CardPeople({ taskId }: { taskId: TaskId }) {
  const { boardId } = useScreen();
  const own = useSignedInUser();
  const watchers = useWatcherIdsOf(boardId, taskId, own?.id ?? null);
  const changedBy = useOthersChange(taskId);
  const members = useBoardPart((view) => view.members);
  if (watchers === "" && !changedBy) return null;
  const nameOf = (id: UserId) => members[id]?.name ?? "?";
  const ids = watchers === "" ? [] : (watchers.split(" ") as UserId[]);
  return (
    <>
      {changedBy && (
        <span
          aria-hidden
          className="pointer-events-none absolute -inset-px rounded-m border-2 border-accent motion-safe:animate-[fade-out_4s_ease-in_forwards]"
        />
      )}
      <span className="pointer-events-none absolute -top-2 right-2 flex gap-0.5">
        {ids.map((id) => (
          <span key={id} title={peopleStrings.here(nameOf(id))} className="rounded-full ring-2 ring-surface">
            <Avatar id={id} name={peopleStrings.here(nameOf(id))} />
          </span>
        ))}
        {changedBy && !ids.includes(changedBy) && (
          <span className="rounded-full ring-2 ring-surface">
            <Avatar id={changedBy} name={peopleStrings.changedBy(nameOf(changedBy))} />
          </span>
        )}
      </span>
    </>
  );
}
