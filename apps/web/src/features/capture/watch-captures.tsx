"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import type { MutationId } from "@kanban/domain/ids";
import { showToast } from "../../components/ui/toast.tsx";
import { useTrpc } from "../../trpc/provider.tsx";
import { withRefusalText } from "../refusal/with-refusal-text.ts";
import { problemText } from "../task/files/problem-text.ts";
import { captureStrings as strings } from "./capture.strings.ts";
import { captureTitle } from "./capture-title.ts";
import { capturesWaiting } from "./captures-waiting.ts";
import { needsInbox, needsPerson } from "./queue/capture.ts";
import { onCaptureNews } from "./queue/capture-news.ts";
import { capturePath, sharedPath } from "./shared/share-path.ts";
import { sharedIds } from "./shared/shared-things.ts";
import { useCaptures } from "./use-captures.ts";
import { useOwnBoardIds } from "./use-own-board-ids.ts";

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
  const boards = useOwnBoardIds();
  const triedWith = useRef(new Map<MutationId, string>());
  useEffect(() => {
    // What waits for a board is tried once with the boards there are now: they may all be without an inbox.
    if (!queue || !boards) return;
    for (const { id } of state.captures.filter(needsInbox)) {
      if (triedWith.current.get(id) === boards) continue;
      triedWith.current.set(id, boards);
      void queue.retry(id);
    }
  }, [queue, boards, state.captures]);
  useEffect(
    () =>
      onCaptureNews((news) => {
        // A board that is open hears of it by itself; the counts of the others come with the list.
        if (news.kind === "captured") return void queryClient.invalidateQueries({ queryKey: boardList });
        const { capture } = news;
        if (needsInbox(capture) && boards === "") {
          const actions = [{ label: strings.toBoards, run: () => router.push("/boards") }];
          showToast(strings.needsBoard(captureTitle(capture)), {
            id: `capture-${capture.id}`,
            durationMs: 10_000,
            actions,
          });
          return;
        }
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
    [queue, queryClient, boardList, boards, router],
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
