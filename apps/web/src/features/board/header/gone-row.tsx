import { useState } from "react";
import type { TaskCard } from "@kanban/domain/entities";
import type { Instant } from "@kanban/domain/moment";
import { Button } from "../../../components/ui/button.tsx";
import { strings } from "../board.strings.ts";
import { attempt } from "../move/attempt.ts";
import { announce } from "../state/announce.ts";
import { useBoardPart, useCanEdit, useScreen } from "../state/screen.tsx";

/** One archived or trashed task. */
export function GoneRow({ card, goneAt }: { card: TaskCard; goneAt: Instant }) {
  const screen = useScreen();
  const canEdit = useCanEdit();
  const key = useBoardPart((view) => view.board.key);
  const [isBack, setIsBack] = useState(false);
  const restore = () =>
    attempt(
      screen,
      (overrideWip) => screen.mutate("task.restore", { taskId: card.id, overrideWip }),
      () => {
        setIsBack(true);
        announce(screen, strings.gone.restored(card.title));
      },
    );
  if (isBack) return null;
  return (
    <li className="flex items-center gap-3 py-1.5">
      <span className="min-w-0 flex-1">
        <span className="block truncate text-sm font-title">{card.title}</span>
        <span className="text-2xs text-ink-3">
          <span className="font-mono">{`${key}-${card.number}`}</span> ·{" "}
          {new Date(goneAt).toLocaleDateString(undefined, { day: "numeric", month: "short" })}
        </span>
      </span>
      {canEdit && (
        <Button aria-label={strings.gone.restoreOf(card.title)} onClick={restore}>
          {strings.gone.restore}
        </Button>
      )}
    </li>
  );
}
