"use client";

import { AlarmClock, Undo2 } from "lucide-react";
import { type DeferredTask, groupDeferred, listDeferred } from "@kanban/domain/lists/list-deferred";
import { frameStrings } from "../../frame/frame.strings.ts";
import { momentWords } from "../../task/moment-words.ts";
import { ListFrame } from "../list-frame.tsx";
import type { RowAct } from "../row-act.ts";
import { deferActs } from "../start-and-defer-acts.tsx";
import { TaskGroups } from "../task-groups.tsx";
import { type RowActs, useListActs } from "../use-list-acts.tsx";
import { useList } from "../use-list.ts";
import { deferredStrings } from "./deferred.strings.ts";

/** What is put off on all boards, and when it comes back. */
export function DeferredScreen() {
  const list = useList(listDeferred);
  const { acts, dialogs } = useListActs();
  const { entries, now } = list;
  const groups = groupDeferred(entries).map(({ span, tasks }) => ({
    key: span,
    title: deferredStrings.spans[span],
    tasks,
  }));
  return (
    <>
      <ListFrame
        title={frameStrings.listNames.deferred}
        list={list}
        counts={deferredStrings.counts(entries.length)}
        empty={{
          icon: <AlarmClock size={18} aria-hidden />,
          title: deferredStrings.emptyTitle,
          text: deferredStrings.emptyText,
        }}
      >
        <TaskGroups
          groups={groups}
          now={now}
          rows={{
            commands: ["row-activate", "row-defer"],
            showsPlace: true,
            onFinish: (entry) => void acts.finish(entry),
            renderNote: ({ until }) => (
              <span className="inline-flex items-center gap-1 text-ink-2">
                <AlarmClock size={12} aria-hidden />
                {deferredStrings.comesBack(momentWords(until, now.at))}
              </span>
            ),
            actsOf: (entry) => [[bringBackAct(entry, acts), ...deferActs(entry, acts, now)]],
          }}
        />
      </ListFrame>
      {dialogs}
    </>
  );
}

function bringBackAct(entry: DeferredTask, acts: RowActs): RowAct {
  const { title } = entry.task;
  return {
    label: deferredStrings.bringBack,
    name: deferredStrings.bringBackOf(title),
    icon: <Undo2 size={14} aria-hidden />,
    command: "row-activate",
    run: () => void acts.wake(entry, deferredStrings.broughtBack(title)),
  };
}
