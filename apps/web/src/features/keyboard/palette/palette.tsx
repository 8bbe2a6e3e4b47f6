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
import { taskRefInPath } from "../../task/task-location.ts";
import { closeKeyboardLayer } from "../keyboard-layer.ts";
import { useCapsOf } from "../keys.tsx";
import { useMountedCommands } from "../mounted-commands.ts";
import { useMountedSelection } from "../mounted-selection.ts";
import type { PalettePage } from "../shortcuts.ts";
import { commandItems } from "./command-items.ts";
import { pageItems } from "./page-items.tsx";
import { PaletteBox } from "./palette-box.tsx";
import type { PaletteItem } from "./palette-item.ts";
import { paletteStrings } from "./palette.strings.ts";
import { boardItems, columnItems, selectionItems, taskItems, viewItems } from "./place-items.tsx";
import { rankItems } from "./rank-items.ts";
import { keepRecent, readRecent } from "./recent.ts";
import { giveFocusBack } from "./give-focus-back.ts";
import { chosenTasks, oneTask } from "./subject.ts";
import { taskInFocus } from "./task-in-focus.ts";
import { useOpenBoard } from "./use-open-board.ts";

/**
 * Everything that can be done or gone to, found by a few letters. Acts on the open task, else on the selection, else on the
 * card that had the focus when it was opened.
 */
export function Palette({ origin }: { origin: HTMLElement | null }) {
  const router = useRouter();
  // A task that is being opened is in the address at once; the router, and the task's commands, come a moment later.
  usePathname();
  useMountedCommands();
  const { pathname } = location;
  const on = taskRefInPath(pathname) ? "task" : "screen";
  const engine = useSyncEngine();
  const boards = useLiveBoards();
  const capsOf = useCapsOf();
  const boardId = boardIdInPath(pathname);
  const view = useOpenBoard(boardId);
  const field = useRef<HTMLInputElement>(null);
  const [recent] = useState(readRecent);
  const [page, setPage] = useState<PalettePage | null>(null);
  const [query, setQuery] = useState("");

  const selection = useMountedSelection();
  const chosen = on === "screen" && view && selection ? chosenTasks(view, selection) : null;
  const task = chosen ? null : view && taskInFocus(view, { on, origin, pathname });
  const mutate: Mutate | null = boardId && ((name, input) => engine.mutate(boardId, name, input));
  const subject = chosen ?? (view && task && mutate && oneTask(view, task, mutate));
  const goTo = (next: PalettePage | null) => {
    setPage(next);
    setQuery("");
    field.current?.focus();
  };

  const tasks = useMemo(() => (view ? taskItems(view) : []), [view]);
  const items = (): PaletteItem[] => {
    if (page && view && subject) return pageItems(page, { view, subject, on }, query);
    return [
      ...commandItems(on, subject, capsOf),
      ...(chosen && selection ? selectionItems(selection, chosen) : []),
      ...(view && subject ? columnItems(view, subject) : []),
      ...(view ? viewItems(view) : []),
      ...boardItems(boards.data ?? [], boardId, (path) => router.push(path)),
      ...tasks,
    ];
  };
  const ranked = rankItems(items(), query, {
    recent: page ? [] : recent,
    recentGroup: paletteStrings.recent,
    firstGroup: subject?.title ?? null,
  });

  /** A command, or the next key, finds the screen as it was before: the same card focused, nothing above it. */
  const leave = () => {
    flushSync(closeKeyboardLayer);
    giveFocusBack(origin);
  };
  const take = (item: PaletteItem) => {
    if (item.page && subject) {
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
          // A task that opens below hides all but itself and live regions from screen readers; `off` is such a region,
          // and tells nobody anything.
          aria-live="off"
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
            subject={page ? (subject?.title ?? null) : null}
            onQuery={setQuery}
            onTake={take}
            onBack={() => goTo(null)}
          />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
