import type { BoardView } from "@kanban/domain/board-view";
import type { TaskCard } from "@kanban/domain/entities";
import { filterMatcher } from "@kanban/domain/filter/filter-matcher";
import { session } from "../../auth/session.ts";
import { filterOf } from "./filter-of.ts";
import { weekStart } from "./week-start.ts";

type Matcher = (task: TaskCard) => boolean;

const minuteMs = 60_000;
let last: { key: readonly unknown[]; matcher: Matcher } | null = null;

/** Whether a task is shown under a query, now and for whoever is signed in; made once for all columns of a board. */
export function matcherOf(view: BoardView, query: string): Matcher {
  const minute = Math.floor(Date.now() / minuteMs);
  const state = session.get();
  const me = state.status === "in" ? state.user.id : null;
  const { board, tags, contexts, projects, members } = view;
  // Only this asks of a task what others are.
  const others = filterOf(query).values.is?.includes("blocked") ? [view.links, view.tasks] : [];
  const key = [query, minute, me, board, tags, contexts, projects, members, ...others];
  if (last?.key.length === key.length && last.key.every((part, index) => part === key[index])) return last.matcher;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const asker = { now: Date.now(), timeZone, weekStart: weekStart(), me };
  last = { key, matcher: filterMatcher(filterOf(query), view, asker) };
  return last.matcher;
}
