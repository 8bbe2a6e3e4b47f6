"use client";

import { useRef } from "react";
import { Dialog } from "../../components/ui/dialog.tsx";
import { TextArea } from "../../components/ui/text-area.tsx";
import type { ShownText } from "./use-list-acts.tsx";

/** A text to be copied by hand: all of it is selected. */
export function TextDialog({ title, hint, text, onClose }: ShownText & { onClose: () => void }) {
  const field = useRef<HTMLTextAreaElement>(null);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={hint}
      initialFocus={field}
      className="w-[min(32rem,calc(100vw-2rem))]"
    >
      <TextArea
        ref={field}
        readOnly
        aria-label={title}
        value={text}
        onFocus={(event) => event.currentTarget.select()}
      />
    </Dialog>
  );
}
