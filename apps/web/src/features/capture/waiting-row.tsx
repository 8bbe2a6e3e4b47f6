"use client";

import { RotateCw, X } from "lucide-react";
import { Button } from "../../components/ui/button.tsx";
import { IconButton } from "../../components/ui/icon-button.tsx";
import { showToast } from "../../components/ui/toast.tsx";
import { refusalText } from "../refusal/refusal-text.ts";
import { problemText } from "../task/files/problem-text.ts";
import { captureStrings } from "./capture.strings.ts";
import { captureTitle } from "./capture-title.ts";
import { type Capture, needsInbox, needsPerson } from "./queue/capture.ts";
import type { CaptureQueue, QueueState } from "./queue/capture-queue.ts";

const strings = captureStrings.waiting;

/** One capture that has not arrived: why it waits, how far its files are, and the ways out. */
export function WaitingRow({
  capture,
  isUnkept,
  hasBoard,
  progress,
  queue,
}: {
  capture: Capture;
  isUnkept: boolean;
  hasBoard: boolean;
  progress: QueueState["progress"];
  queue: CaptureQueue;
}) {
  const title = captureTitle(capture);
  const isStuck = needsPerson(capture);
  const discard = async () => {
    const takeBack = await queue.discard(capture.id);
    const actions = [{ label: strings.undo, run: () => void takeBack() }];
    showToast(strings.discarded(title), { id: `capture-${capture.id}`, actions });
  };
  return (
    <li className="flex min-h-9 items-center gap-2">
      <div className="min-w-0 flex-1">
        <p className="truncate text-sm text-ink">{title}</p>
        <p className={isStuck || isUnkept ? "text-xs text-danger" : "text-xs text-ink-3"}>
          {!hasBoard && needsInbox(capture) ? strings.needsBoard : stateOf(capture, isUnkept, progress)}
        </p>
      </div>
      {isStuck && (
        <Button aria-label={strings.retryOf(title)} className="touch:h-11" onClick={() => void queue.retry(capture.id)}>
          <RotateCw size={13} aria-hidden />
          {strings.retry}
        </Button>
      )}
      <IconButton label={strings.discard(title)} className="touch:size-11" onClick={() => void discard()}>
        <X size={14} aria-hidden />
      </IconButton>
    </li>
  );
}

function stateOf({ problem, files, task }: Capture, isUnkept: boolean, progress: QueueState["progress"]): string {
  if (problem) return refusalText(problem);
  const stuck = files.find((file) => file.problem !== null);
  if (stuck?.problem) return captureStrings.fileRefused(stuck.name, problemText(stuck.problem));
  if (isUnkept) return strings.unkept;
  if (!task) return strings.queued;
  const part = files[0] && progress[files[0].id];
  const percent = part === undefined ? [] : [strings.percent(Math.round(part * 100))];
  return [strings.files(files.length), ...percent].join(" · ");
}
