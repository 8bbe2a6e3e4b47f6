"use client";

import { FilterX } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { useMemo, useState } from "react";
import type { BoardView } from "@kanban/domain/board-view";
import { groupTasks, type TaskGrouping, taskGroupings } from "@kanban/domain/lists/group-tasks";
import type { ListedTask } from "@kanban/domain/lists/listed-task";
import type { Now } from "@kanban/domain/today/next-action";
import { fitsToday, noTodayFilter } from "@kanban/domain/today/today-filter";
import { Button } from "../../components/ui/button.tsx";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import { ChoiceRow } from "./choice-row.tsx";
import { ContextChips } from "./context-chips.tsx";
import { contextNames } from "./context-names.ts";
import { type ListAddress, readListAddress, writeListAddress } from "./list-address.ts";
import { type ListEmpty, ListFrame } from "./list-frame.tsx";
import { listsStrings } from "./lists.strings.ts";
import { type RowKind, TaskGroups } from "./task-groups.tsx";
import { titledGroups } from "./titled-groups.ts";
import { type RowActs, useListActs } from "./use-list-acts.tsx";
import { useList } from "./use-list.ts";

const groupings = taskGroupings.map((value) => ({ value, label: listsStrings.groupings[value] }));

/** A list of tasks under contexts, boards or projects, for the places one is at. */
export function GroupedScreen({
  title,
  read,
  usual,
  counts,
  empty,
  rowsOf,
}: {
  title: string;
  read: (views: readonly BoardView[], now: Now) => readonly ListedTask[];
  /** The grouping an address need not name. */
  usual: TaskGrouping;
  counts: (shown: number, all: number) => string;
  empty: ListEmpty;
  rowsOf: (acts: RowActs, now: Now) => RowKind<ListedTask>;
}) {
  const list = useList(read);
  const { entries, now } = list;
  const params = useSearchParams();
  // The address follows the choice, which must show at once.
  const [address, choose] = useState(() => readListAddress(params, usual));
  const { acts, dialogs } = useListActs();
  const { groupBy, contexts } = address;
  const set = (part: Partial<ListAddress>) => {
    const next = { ...address, ...part };
    choose(next);
    writeListAddress(next, usual);
  };
  const shown = useMemo(
    () =>
      entries.filter((entry) =>
        fitsToday(
          entry.task,
          entry.contexts.map((name) => name.toLowerCase()),
          { ...noTodayFilter, contexts },
        ),
      ),
    [entries, contexts],
  );
  const groups = useMemo(() => titledGroups(groupTasks(shown, groupBy), groupBy), [shown, groupBy]);
  const names = useMemo(() => contextNames(entries, contexts), [entries, contexts]);
  return (
    <>
      <ListFrame
        title={title}
        list={list}
        empty={empty}
        counts={counts(shown.length, entries.length)}
        aside={
          entries.length > 0 && (
            <ChoiceRow
              label={listsStrings.groupBy}
              value={groupBy}
              options={groupings}
              onChange={(by) => set({ groupBy: by })}
            />
          )
        }
      >
        <ContextChips names={names} chosen={contexts} onChange={(chosen) => set({ contexts: chosen })} />
        {shown.length === 0 && !list.isComing && (
          <EmptyState
            icon={<FilterX size={18} aria-hidden />}
            title={listsStrings.nothingAt(contexts)}
            text={listsStrings.nothingAtText(entries.length)}
            action={<Button onClick={() => set({ contexts: [] })}>{listsStrings.showAll}</Button>}
          />
        )}
        <TaskGroups groups={groups} now={now} rows={rowsOf(acts, now)} />
      </ListFrame>
      {dialogs}
    </>
  );
}
