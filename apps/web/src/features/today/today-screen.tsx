"use client";

import { Sun } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { listToday } from "@kanban/domain/today/list-today";
import { ListFrame } from "../lists/list-frame.tsx";
import { useListActs } from "../lists/use-list-acts.tsx";
import { useList } from "../lists/use-list.ts";
import { readTodayAddress, type TodayAddress, writeTodayAddress } from "./today-address.ts";
import { GroupToday, TodayList } from "./today-list.tsx";
import { todayCounts } from "./today-counts.ts";
import { todayStrings } from "./today.strings.ts";

/** Next actions and what is due, of all boards, for the time, strength and place one has. */
export function TodayScreen() {
  const list = useList(listToday);
  const params = useSearchParams();
  // The address follows the choice, which must show at once.
  const [address, choose] = useState(() => readTodayAddress(params));
  const { acts, dialogs } = useListActs();
  const setAddress = (next: TodayAddress) => {
    choose(next);
    writeTodayAddress(next);
  };
  return (
    <>
      <ListFrame
        title={todayStrings.title}
        list={list}
        counts={todayCounts(list.entries, address.filter)}
        aside={list.entries.length > 0 && <GroupToday address={address} onAddress={setAddress} />}
        empty={{ icon: <Sun size={18} aria-hidden />, title: todayStrings.emptyTitle, text: todayStrings.emptyText }}
      >
        <TodayList list={list} address={address} acts={acts} onAddress={setAddress} />
      </ListFrame>
      {dialogs}
    </>
  );
}
