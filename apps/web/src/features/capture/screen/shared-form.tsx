"use client";

import { Inbox } from "lucide-react";
import { useRouter } from "next/navigation";
import { useMemo } from "react";
import type { MutationId } from "@kanban/domain/ids";
import { readId } from "@kanban/domain/read-id";
import { Button } from "../../../components/ui/button.tsx";
import { EmptyState } from "../../../components/ui/empty-state.tsx";
import { Skeleton } from "../../../components/ui/skeleton.tsx";
import { takeFiles } from "../../task/files/take-files.ts";
import { textOfPage } from "../capture-texts.ts";
import { sharedPlace } from "../draft-files.ts";
import { ScreenForm } from "./screen-form.tsx";
import { screenStrings as strings } from "./screen.strings.ts";
import type { SharedThing } from "../shared/shared-things.ts";
import { sharedPath } from "../shared/share-path.ts";
import { useShared } from "./use-shared.ts";

/** The form with what another app has shared; it stays on the device until it is captured or thrown away. */
export function SharedForm({ id }: { id: string }) {
  const { found, forget } = useShared(id);
  const router = useRouter();
  const startAnew = (
    <Button tone="primary" onClick={() => router.replace("/capture")}>
      {strings.another}
    </Button>
  );
  if (found === null) return <Skeleton className="h-24" />;
  if (found === "none") {
    return (
      <EmptyState
        role="status"
        icon={<Inbox size={18} aria-hidden />}
        title={strings.goneTitle}
        text={strings.goneText}
        action={startAnew}
      />
    );
  }
  const { thing, left } = found;
  const next = left > 0 && (
    <Button tone="primary" onClick={() => router.replace(sharedPath(`next-${thing.id}`))}>
      {strings.next}
    </Button>
  );
  return (
    <>
      {left > 0 && <p className="text-sm text-ink-2">{strings.waiting(left + 1)}</p>}
      <ThingForm key={thing.id} thing={thing} after={next} onCaptured={() => forget(thing)} />
      <Button
        tone="quiet"
        className="justify-self-start touch:h-11"
        onClick={() => {
          forget(thing);
          router.replace(left > 0 ? sharedPath(`next-${thing.id}`) : "/capture");
        }}
      >
        {strings.discard}
      </Button>
    </>
  );
}

function ThingForm({
  thing,
  after,
  onCaptured,
}: {
  thing: SharedThing;
  after: React.ReactNode;
  onCaptured: () => void;
}) {
  const files = useMemo(() => takeFiles(thing.files), [thing]);
  const id = readId<MutationId>(thing.id);
  return (
    <ScreenForm
      place={sharedPlace(thing.id)}
      filledIn={textOfPage(thing)}
      files={files}
      note={strings.fromShare}
      source="share"
      shared={id ? { id, at: thing.at } : undefined}
      after={after}
      onCaptured={onCaptured}
    />
  );
}
