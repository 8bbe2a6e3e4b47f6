"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { showToast } from "../../components/ui/toast.tsx";
import { useTrpc } from "../../trpc/provider.tsx";
import { withRefusalText } from "../refusal/with-refusal-text.ts";
import { problemText } from "../task/files/problem-text.ts";
import { captureStrings as strings } from "./capture.strings.ts";
import { captureTitle } from "./capture-title.ts";
import { capturesWaiting } from "./captures-waiting.ts";
import { needsPerson } from "./queue/capture.ts";
import { onCaptureNews } from "./queue/capture-news.ts";
import { capturePath, sharedPath } from "./shared/share-path.ts";
import { sharedIds } from "./shared/shared-things.ts";
import { useCaptures } from "./use-captures.ts";

/** Sends what is captured while the person is signed in, counts what waits and tells what was refused. Stands once. */
export function WatchCaptures() {
  const { queue, state } = useCaptures();
  const router = useRouter();
  const queryClient = useQueryClient();
  const boardList = useTrpc().board.list.queryKey();
  useEffect(() => {
    if (!queue) return;
    queue.start();
    return queue.stop;
  }, [queue]);
  useEffect(() => {
    const needPerson = state.captures.filter(needsPerson).length;
    const isDelayed = state.captures.some((capture) => capture.isDelayed && !needsPerson(capture));
    capturesWaiting.set({ needPerson, onTheirWay: state.captures.length - needPerson, isDelayed });
  }, [state.captures]);
  useEffect(
    () =>
      onCaptureNews((news) => {
        // A board that is open hears of it by itself; the counts of the others come with the list.
        if (news.kind === "captured") return void queryClient.invalidateQueries({ queryKey: boardList });
        const { capture } = news;
        const say = (text: string) =>
          showToast(text, {
            id: `capture-${capture.id}`,
            tone: "danger",
            durationMs: 10_000,
            actions: [
              { label: strings.waiting.retry, run: () => void queue?.retry(capture.id) },
              { label: strings.waiting.discardWord, run: () => void queue?.discard(capture.id) },
            ],
          });
        const { problem } = capture;
        if (problem) withRefusalText(problem, (why) => say(strings.refused(captureTitle(capture), why)));
        else {
          const file = capture.files.find((each) => each.problem !== null);
          if (file?.problem) say(strings.fileRefused(file.name, problemText(file.problem)));
        }
      }),
    [queue, queryClient, boardList],
  );
  useEffect(() => {
    if (location.pathname === capturePath) return;
    const tell = async () => {
      const [oldest] = await sharedIds();
      if (oldest === undefined) return;
      const actions = [{ label: strings.show, run: () => router.push(sharedPath(oldest)) }];
      showToast(strings.sharedWaits, { id: "shared-waits", actions, durationMs: 20_000 });
    };
    // A browser that keeps nothing has kept nothing that was shared.
    tell().catch(() => undefined);
  }, [router]);
  return null;
}
