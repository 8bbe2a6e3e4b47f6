"use client";

import { CircleCheck } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "../../../components/ui/button.tsx";
import { EmptyState } from "../../../components/ui/empty-state.tsx";
import { keepDraft, readDraft } from "../../drafts/drafts.ts";
import { listPath } from "../../lists/list-places.ts";
import { CaptureForm } from "../capture-form.tsx";
import { addDraftFiles, type DraftFile, setDraftFiles } from "../draft-files.ts";
import type { FirstOutcome } from "../queue/first-outcome.ts";
import { capturePath } from "../shared/share-path.ts";
import type { ThoughtPlace } from "../use-thought.ts";
import { screenStrings as strings } from "./screen.strings.ts";

const noFiles: readonly DraftFile[] = [];

/** The form on the page, filled in with what came; afterwards what can be done next. */
export function ScreenForm({
  filledIn,
  files = noFiles,
  note,
  after,
  onCaptured,
  ...thoughtPlace
}: Omit<ThoughtPlace, "boardId"> & {
  filledIn: string;
  files?: readonly DraftFile[];
  note: string;
  /** What else waits, to be shown once this has been captured. */
  after?: ReactNode;
  onCaptured?: () => void;
}) {
  const router = useRouter();
  const field = useRef<HTMLTextAreaElement>(null);
  const [done, setDone] = useState<FirstOutcome | "sending" | null>(null);
  const { place } = thoughtPlace;
  const startAnew = () => {
    // What was shared or filled in has been taken, and its id with it: the next thought gets the form of the empty page,
    // for which nothing has to be fetched.
    if (location.search === "") setDone(null);
    else history.replaceState(null, "", capturePath);
  };
  useEffect(() => {
    // What was changed in the form before a reload is the newer.
    if (readDraft(place) === null) keepDraft(place, filledIn);
    // What was shared comes from where it is kept; what was added to a form by hand stays by itself.
    if (files === noFiles) return;
    setDraftFiles(place, []);
    addDraftFiles(place, files);
  }, [place, filledIn, files]);
  if (done) {
    return (
      <EmptyState
        role="status"
        icon={<CircleCheck size={18} aria-hidden />}
        title={strings.done[done].title}
        text={strings.done[done].text}
        action={
          <>
            {after}
            <Button onClick={startAnew}>{strings.another}</Button>
            <Button onClick={() => router.push(listPath("inbox"))}>{strings.toInbox}</Button>
          </>
        }
      />
    );
  }
  return (
    <>
      <p className="text-sm text-ink-2">{note}</p>
      <CaptureForm
        {...thoughtPlace}
        boardId={null}
        field={field}
        onCaptured={(outcome) => {
          setDone("sending");
          // Whoever has begun the next thought meanwhile is not taken away from it.
          void outcome.then((became) => setDone((shown) => shown && became));
          onCaptured?.();
        }}
      />
    </>
  );
}
