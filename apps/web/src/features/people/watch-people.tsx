"use client";

import { useEffect } from "react";
import { onLiveNews } from "../../sync/live-news.ts";
import { useSignedInUser } from "../auth/signed-in.tsx";
import { forgetReadings, setReadings } from "../task/hints/readings.ts";
import { noteOthersChanges } from "./others-changes.ts";
import { forgetWatchers, setWatchers } from "./watchers.ts";

/** Keeps in mind who looks at the boards, what agents read there, and what others have just changed. Stands once in the frame. */
export function WatchPeople() {
  const ownId = useSignedInUser()?.id;
  useEffect(() => {
    if (!ownId) return;
    return onLiveNews((news) => {
      if (news.kind === "watchers") setWatchers(news.boardId, news.watchers);
      else if (news.kind === "readings") setReadings(news.boardId, news.readings);
      else if (news.kind === "lost") {
        forgetWatchers();
        forgetReadings();
      } else noteOthersChanges(news.events, ownId);
    });
  }, [ownId]);
  return null;
}
