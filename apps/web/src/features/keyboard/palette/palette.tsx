"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { usePathname, useRouter } from "next/navigation";
import { useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { Mutate } from "../../../sync/asked-change.ts";
import { useSyncEngine } from "../../../sync/engine-context.tsx";
import { isPressOnToast } from "../../../components/ui/is-press-on-toast.ts";
import { boardIdInPath } from "../../boards/board-path.ts";
import { useLiveBoards } from "../../boards/use-boards.ts";
import { closeKeyboardLayer } from "../keyboard-layer.ts";
import { useCapsOf } from "../keys.tsx";
import type { CommandLayer } from "../mounted-commands.ts";
import type { PalettePage } from "../shortcuts.ts";
import { commandItems } from "./command-items.ts";
import { pageItems } from "./page-items.tsx";
import { PaletteBox } from "./palette-box.tsx";
import type { PaletteItem } from "./palette-item.ts";
import { paletteStrings } from "./palette.strings.ts";
import { boardItems, columnItems, taskItems, viewItems } from "./place-items.tsx";
import { rankItems } from "./rank-items.ts";
import { keepRecent, readRecent } from "./recent.ts";
import { taskInFocus } from "./task-in-focus.ts";
import { useOpenBoard } from "./use-open-board.ts";

/** Everything that can be done or gone to, found by a few letters. Acts on what had the focus when it was opened. */
export function Palette({ on, origin }: { on: CommandLayer; origin: HTMLElement | null }) {
  const router = useRouter();
  const pathname = usePathname();
  const engine = useSyncEngine();
  const boards = useLiveBoards();
  const capsOf = useCapsOf();
  const boardId = boardIdInPath(pathname);
  const view = useOpenBoard(boardId);
  const field = useRef<HTMLInputElement>(null);
  const [recent] = useState(readRecent);
  const [page, setPage] = useState<PalettePage | null>(null);
  const [query, setQuery] = useState("");

  const task = view && taskInFocus(view, { on, origin, pathname });
  const goTo = (next: PalettePage | null) => {
    setPage(next);
    setQuery("");
    field.current?.focus();
  };

  const tasks = useMemo(() => (view ? taskItems(view) : []), [view]);
  const items = (): PaletteItem[] => {
    if (page && view && task && boardId) {
      const mutate: Mutate = (name, input) => engine.mutate(boardId, name, input);
      return pageItems(page, { boardId, view, task, mutate, on }, query);
    }
    return [
      ...commandItems(on, task, capsOf),
      ...(view && task ? columnItems(view, task) : []),
      ...(view ? viewItems(view) : []),
      ...boardItems(boards.data ?? [], boardId, (path) => router.push(path)),
      ...tasks,
    ];
  };
  const ranked = rankItems(items(), query, {
    recent: page ? [] : recent,
    recentGroup: paletteStrings.recent,
    firstGroup: task?.title ?? null,
  });

  /** A command, or the next key, finds the screen as it was before: the same card focused, nothing above it. */
  const leave = () => {
    flushSync(closeKeyboardLayer);
    if (origin?.isConnected) origin.focus({ preventScroll: true });
  };
  const take = (item: PaletteItem) => {
    if (item.page && task) {
      keepRecent(item.key);
      return goTo(item.page);
    }
    if (!page) keepRecent(item.key);
    if (item.staysOpen) {
      item.run();
      return setQuery("");
    }
    leave();
    item.run();
  };

  return (
    <Base.Root
      open
      onOpenChange={(open, details) => {
        if (isPressOnToast(details)) details.cancel();
        else if (!open && details.reason === "escape-key" && page) goTo(null);
        else if (!open) leave();
      }}
    >
      <Base.Portal>
        <Base.Backdrop
          data-layer-above
          className="fixed inset-0 z-40 bg-veil motion-safe:animate-[veil-in_var(--fast)_var(--ease)]"
        />
        <Base.Popup
          data-layer-above
          aria-label={paletteStrings.label}
          initialFocus={field}
          finalFocus={false}
          className="fixed top-[12vh] left-1/2 z-40 flex max-h-[min(30rem,76dvh)] w-[min(36rem,calc(100vw-32px))] -translate-x-1/2 flex-col overflow-hidden rounded-l border border-line bg-raised shadow-3 outline-none motion-safe:animate-[layer-in_var(--fast)_var(--ease)] max-sm:top-[calc(8px+env(safe-area-inset-top))] max-sm:w-[calc(100vw-16px)]"
        >
          <PaletteBox
            field={field}
            ranked={ranked}
            query={query}
            page={page}
            subject={page ? (task?.title ?? null) : null}
            onQuery={setQuery}
            onTake={take}
            onBack={() => goTo(null)}
          />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
