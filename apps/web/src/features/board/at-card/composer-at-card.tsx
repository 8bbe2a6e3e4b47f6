"use client";

import type { TaskId } from "@kanban/domain/ids";
import { Popover } from "../../../components/ui/popover.tsx";
import { strings } from "../board.strings.ts";
import { ComposerSlot } from "../quick-add/composer-slot.tsx";
import { useBoardPart, useScreen, useScreenPart } from "../state/screen.tsx";
import { useCardInHand } from "./use-card-in-hand.ts";

/** The composer hung below a card: what is written there goes below it. */
export function ComposerAtCard({ below }: { below: TaskId }) {
  const screen = useScreen();
  const task = useBoardPart((view) => view.tasks[below]);
  const column = useBoardPart((view) => (task ? view.columns[task.columnId] : undefined));
  const lane = useScreenPart(({ composer }) => composer?.lane);
  const anchor = useCardInHand(below);
  if (!task || !column || !anchor) return null;
  return (
    <Popover
      label={strings.card.addBelow(task.title)}
      open
      onOpenChange={() => screen.store.set({ composer: null })}
      anchor={anchor}
      className="w-[268px] p-1.5!"
    >
      <ComposerSlot column={column} edge="top" below={below} lane={lane} onAdded={() => {}} />
    </Popover>
  );
}
