"use client";

import { ArrowRight } from "lucide-react";
import { listNext } from "@kanban/domain/lists/list-next";
import { frameStrings } from "../../frame/frame.strings.ts";
import { backAct } from "../back-act.tsx";
import { GroupedScreen } from "../grouped-screen.tsx";
import { deferActs, startAct } from "../start-and-defer-acts.tsx";
import { nextStrings } from "./next.strings.ts";

/** Every next action of all boards, under where it can be done. */
export function NextScreen() {
  return (
    <GroupedScreen
      title={frameStrings.listNames.next}
      read={listNext}
      usual="context"
      counts={nextStrings.counts}
      empty={{ icon: <ArrowRight size={18} aria-hidden />, title: nextStrings.emptyTitle, text: nextStrings.emptyText }}
      rowsOf={(acts, now) => ({
        commands: ["row-start", "row-defer"],
        onFinish: (entry) => void acts.finish(entry),
        actsOf: (entry) => [[...startAct(entry, acts), ...deferActs(entry, acts, now), ...backAct(entry, acts, now)]],
      })}
    />
  );
}
