import type { BoardView } from "@kanban/domain/board-view";
import type { TaskCard } from "@kanban/domain/entities";
import type { BoardScreen } from "../../state/screen.tsx";

/** The chosen tasks with what is needed to change them together. */
export type TasksInHand = { screen: BoardScreen; view: BoardView; tasks: readonly TaskCard[] };
