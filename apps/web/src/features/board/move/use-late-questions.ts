"use client";

import { useEffect } from "react";
import type { ColumnId } from "@kanban/domain/ids";
import { showToast } from "../../../components/ui/toast.tsx";
import { onRefused } from "../../../sync/refusals.ts";
import { refusalActionStrings } from "../../refusal/refusal.strings.ts";
import { refusalText } from "../../refusal/refusal-text.ts";
import { useScreen } from "../state/screen.tsx";
import { lateQuestion } from "./late-question.ts";

/**
 * A column that has filled up unseen is noticed by the server alone, perhaps long after the act: nothing opens by itself
 * then, but the message leads to the same choice.
 */
export function useLateQuestions(): void {
  const screen = useScreen();
  useEffect(
    () =>
      onRefused(({ mutation, refusal, by, discard }) => {
        if (by !== "server" || refusal.code !== "WIP_REASON_REQUIRED") return;
        const columnId = refusal.details["columnId"] as ColumnId | null | undefined;
        const late = lateQuestion(screen, mutation);
        if (mutation.input.boardId !== screen.boardId || !columnId || !late) return;
        const question = { columnId, ...late, onDone: discard };
        const choose = () => screen.store.set({ dialog: { kind: "wip", question } });
        const actions = [
          { label: refusalActionStrings.makeRoom, run: choose },
          { label: refusalActionStrings.discard, run: discard },
        ];
        // In the place of the frame's message, which knows no screen to choose on.
        queueMicrotask(() =>
          showToast(refusalText(refusal), {
            id: `refused-${mutation.input.mutationId}`,
            tone: "danger",
            actions,
          }),
        );
      }),
    [screen],
  );
}
