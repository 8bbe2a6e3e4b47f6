"use client";

import { Coffee } from "lucide-react";
import { type FocusEvent, useEffect, useMemo, useRef } from "react";
import { groupToday, todayGroupings } from "@kanban/domain/today/group-today";
import { fitsToday } from "@kanban/domain/today/today-filter";
import { Button } from "../../components/ui/button.tsx";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import { ChoiceRow } from "./choice-row.tsx";
import type { TodayActs } from "./today-acts.ts";
import type { TodayAddress } from "./today-address.ts";
import { TodayFilters } from "./today-filters.tsx";
import { TodayRow } from "./today-row.tsx";
import { todayStrings } from "./today.strings.ts";
import type { Today } from "./use-today.ts";

const groupings = todayGroupings.map((value) => ({ value, label: todayStrings.groupings[value] }));

/** Today's list under its filters. */
export function TodayList({
  today: { tasks, day, isComing, missing, boards, leftOut },
  address,
  acts,
  onAddress,
  onShowAll,
}: {
  today: Today;
  address: TodayAddress;
  acts: TodayActs;
  onAddress: (address: TodayAddress) => void;
  onShowAll: () => void;
}) {
  const { filter, groupBy } = address;
  const shown = useMemo(
    () =>
      tasks.filter(({ task, contexts }) =>
        fitsToday(
          task,
          contexts.map((name) => name.toLowerCase()),
          filter,
        ),
      ),
    [tasks, filter],
  );
  const groups = useMemo(() => groupToday(shown, groupBy), [shown, groupBy]);
  const names = useMemo(
    () => contextNames([...filter.contexts, ...tasks.flatMap(({ contexts }) => contexts)]),
    [tasks, filter.contexts],
  );
  const focus = useFocusKept(shown.length);
  const overdue = shown.filter(({ urgency }) => urgency === "overdue").length;
  const due = shown.filter(({ urgency }) => urgency === "today").length;
  return (
    <>
      <header className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-2">
        <h1 className="text-xl font-bold tracking-[-0.015em]">{todayStrings.title}</h1>
        <p role="status" className="text-sm text-ink-3">
          {todayStrings.counts(shown.length, tasks.length, overdue, due)}
        </p>
        <div className="ml-auto max-sm:ml-0">
          <ChoiceRow
            label={todayStrings.groupBy}
            value={groupBy}
            options={groupings}
            onChange={(by) => onAddress({ filter, groupBy: by })}
          />
        </div>
      </header>
      <TodayFilters address={address} contexts={names} onChange={onAddress} />
      {missing > 0 && <p className="text-sm text-warn">{todayStrings.someMissing(missing)}</p>}
      {leftOut > 0 && <p className="text-sm text-ink-3">{todayStrings.tooManyBoards(boards - leftOut, boards)}</p>}
      {shown.length === 0 && !isComing && (
        <EmptyState
          icon={<Coffee size={18} aria-hidden />}
          title={todayStrings.nothingFits(filter.minutes, filter.energy, filter.contexts)}
          text={todayStrings.nothingFitsText(tasks.length)}
          action={<Button onClick={onShowAll}>{todayStrings.showAll}</Button>}
        />
      )}
      <div ref={focus.list} onFocus={focus.onFocus} className="grid gap-4">
        {groups.map((group) => (
          <section key={group.key} aria-labelledby={`today-${group.key}`}>
            <h2 id={`today-${group.key}`} className="flex items-baseline gap-2 px-0.5 pb-1.5 text-sm font-strong">
              {group.name === null
                ? todayStrings.noGroup[groupBy]
                : groupBy === "context"
                  ? `@${group.name.replace(/^@/u, "")}`
                  : group.name}
              <span className="text-xs font-medium text-ink-3">{group.tasks.length}</span>
            </h2>
            <ul className="rounded-l border border-line bg-surface shadow-1">
              {group.tasks.map((entry) => (
                <TodayRow
                  key={entry.task.id}
                  entry={entry}
                  day={day}
                  acts={acts}
                  under={groupBy === "context" ? group.name : null}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}

function contextNames(names: readonly string[]): string[] {
  const byFolded = new Map(names.map((name) => [name.toLowerCase(), name]));
  return [...byFolded.values()].sort((a, b) => a.localeCompare(b));
}

/** A ticked row goes away under the focus: the row that comes into its place takes it. */
function useFocusKept(count: number) {
  const list = useRef<HTMLDivElement>(null);
  const at = useRef<number | null>(null);
  const rows = () => [...(list.current?.querySelectorAll("[data-today-row]") ?? [])];
  useEffect(() => {
    if (at.current === null || document.activeElement !== document.body) return;
    const all = rows();
    const next = all[Math.min(at.current, all.length - 1)];
    next?.querySelector<HTMLElement>("input, a")?.focus();
  }, [count]);
  return {
    list,
    onFocus: (event: FocusEvent) => {
      at.current = rows().findIndex((row) => row.contains(event.target));
    },
  };
}
