import type { BoardId, TaskId } from "@kanban/domain/ids";
import type { Reading } from "../../../sync/live-news.ts";
import { createStore, useStore } from "../../store/create-store.ts";

const store = createStore<{ byBoard: ReadonlyMap<BoardId, readonly Reading[]> }>({ byBoard: new Map() });

/** Takes over what agents are reading on a board, as the live stream tells it. */
export function setReadings(boardId: BoardId, readings: readonly Reading[]): void {
  store.set(({ byBoard }) => ({ byBoard: new Map(byBoard).set(boardId, readings) }));
}

/** What is being read is not known: the stream that told it is lost. */
export function forgetReadings(): void {
  if (store.get().byBoard.size > 0) store.set({ byBoard: new Map() });
}

/** The agents at a task's text, and those that wait to try again. Kept as one text, so that only news draws anew. */
export function useReadingsOf(boardId: BoardId, taskId: TaskId): readonly Pick<Reading, "agent" | "state">[] {
  const told = useStore(store, ({ byBoard }) =>
    (byBoard.get(boardId) ?? [])
      .filter((reading) => reading.taskId === taskId)
      .map(({ agent, state }) => `${agent} ${state}`)
      .join(","),
  );
  return told === "" ? [] : told.split(",").map(readTold);
}

function readTold(told: string): Pick<Reading, "agent" | "state"> {
  const [agent = "", state] = told.split(" ");
  return { agent, state: state === "reading" ? "reading" : "delayed" };
}
