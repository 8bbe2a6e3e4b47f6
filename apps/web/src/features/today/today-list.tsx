"use client";

import { CalendarClock, Coffee } from "lucide-react";
import { useMemo } from "react";
import { groupTasks, taskGroupings } from "@kanban/domain/lists/group-tasks";
import type { ListedTask } from "@kanban/domain/lists/listed-task";
import { noTodayFilter } from "@kanban/domain/today/today-filter";
import { Button } from "../../components/ui/button.tsx";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import { backAct } from "../lists/back-act.tsx";
import { ChoiceRow } from "../lists/choice-row.tsx";
import { contextNames } from "../lists/context-names.ts";
import { listsStrings } from "../lists/lists.strings.ts";
import type { RowAct } from "../lists/row-act.ts";
import { deferActs, startAct } from "../lists/start-and-defer-acts.tsx";
import { TaskGroups } from "../lists/task-groups.tsx";
import { titledGroups } from "../lists/titled-groups.ts";
import type { RowActs } from "../lists/use-list-acts.tsx";
import type { List } from "../lists/use-list.ts";
import { dayAfter, nextMonday } from "../task/moment-words.ts";
import type { TodayAddress } from "./today-address.ts";
import { fitting } from "./today-counts.ts";
import { TodayFilters } from "./today-filters.tsx";
import { todayStrings } from "./today.strings.ts";

const groupings = taskGroupings.map((value) => ({ value, label: listsStrings.groupings[value] }));
const commands = ["row-start", "row-defer"] as const;

type Choice = { address: TodayAddress; onAddress: (address: TodayAddress) => void };

/** By what the list is grouped. */
export function GroupToday({ address, onAddress }: Choice) {
  return (
    <ChoiceRow
      label={listsStrings.groupBy}
      value={address.groupBy}
      options={groupings}
      onChange={(groupBy) => onAddress({ ...address, groupBy })}
    />
  );
}

/** Today's list under its filters. */
export function TodayList({
  list: { entries, now, isComing },
  address,
  acts,
  onAddress,
}: Choice & { list: List<ListedTask>; acts: RowActs }) {
  const { filter, groupBy } = address;
  const shown = useMemo(() => fitting(entries, filter), [entries, filter]);
  const groups = useMemo(() => titledGroups(groupTasks(shown, groupBy), groupBy), [shown, groupBy]);
  const names = useMemo(() => contextNames(entries, filter.contexts), [entries, filter.contexts]);
  const dueAct = (entry: ListedTask, label: string, day: string | null): RowAct => ({
    label,
    icon: <CalendarClock size={14} aria-hidden />,
    run: () => acts.setDue(entry, day),
  });
  const due = listsStrings.dueChoices;
  return (
    <>
      <TodayFilters address={address} contexts={names} onChange={onAddress} />
      {shown.length === 0 && !isComing && (
        <EmptyState
          icon={<Coffee size={18} aria-hidden />}
          title={todayStrings.nothingFits(filter.minutes, filter.energy, filter.contexts)}
          text={todayStrings.nothingFitsText(entries.length)}
          action={
            <Button onClick={() => onAddress({ ...address, filter: noTodayFilter })}>{listsStrings.showAll}</Button>
          }
        />
      )}
      <TaskGroups
        groups={groups}
        now={now}
        rows={{
          commands,
          onFinish: (entry) => void acts.finish(entry),
          actsOf: (entry) => [
            [...startAct(entry, acts), ...deferActs(entry, acts, now), ...backAct(entry, acts, now)],
            [
              dueAct(entry, due.today, now.day),
              dueAct(entry, due.tomorrow, dayAfter(now.day, 1)),
              dueAct(entry, due.monday, nextMonday(now.day)),
              ...(entry.task.dueAt === null ? [] : [dueAct(entry, due.none, null)]),
            ],
          ],
        }}
      />
    </>
  );
}
