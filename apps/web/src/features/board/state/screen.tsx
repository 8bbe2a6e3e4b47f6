"use client";

import { createContext, type ReactNode, use, useMemo } from "react";
import type { BoardView } from "@kanban/domain/board-view";
import type { BoardId } from "@kanban/domain/ids";
import type { Mutate } from "../../../sync/asked-change.ts";
import { useSyncEngine } from "../../../sync/engine-context.tsx";
import { useBoardSelector } from "../../../sync/use-board.ts";
import { createStore, type Store, useStore } from "../../store/create-store.ts";
import { readLook } from "../views/look-in-address.ts";
import { initialScreenState, type ScreenState } from "./screen-state.ts";

/** What every part and action of one open board screen works with. */
export type BoardScreen = {
  boardId: BoardId;
  store: Store<ScreenState>;
  /** The board as it is at this moment. Call it in handlers; drawing reads through {@link useBoardPart}. */
  view: () => BoardView;
  mutate: Mutate;
};

const ScreenContext = createContext<BoardScreen | null>(null);

/** Mounts the screen's own state; stands below a board that has been loaded. */
export function ScreenProvider({ boardId, children }: { boardId: BoardId; children: ReactNode }) {
  const engine = useSyncEngine();
  const screen = useMemo<BoardScreen>(
    () => ({
      boardId,
      store: createStore(initialScreenState(readLook(boardId))),
      view: () => {
        const { view } = engine.boardState(boardId);
        if (!view) throw new Error("The board screen needs a loaded board");
        return view;
      },
      mutate: (name, input) => engine.mutate(boardId, name, input),
    }),
    [boardId, engine],
  );
  return <ScreenContext value={screen}>{children}</ScreenContext>;
}

/** The board screen around this component. */
export function useScreen(): BoardScreen {
  const screen = use(ScreenContext);
  if (!screen) throw new Error("useScreen needs a ScreenProvider above it");
  return screen;
}

/** A part of the screen's own state. */
export function useScreenPart<Part>(select: (state: ScreenState) => Part): Part {
  return useStore(useScreen().store, select);
}

/** A part of the board; drawn again only when `isEqual` says that it changed. */
export function useBoardPart<Part>(select: (view: BoardView) => Part, isEqual?: (a: Part, b: Part) => boolean): Part {
  return useBoardSelector(useScreen().boardId, select, isEqual) as Part;
}

/** False for viewers: nothing on the board may be changed by them. */
export function useCanEdit(): boolean {
  return useBoardPart((view) => view.role !== "viewer");
}
