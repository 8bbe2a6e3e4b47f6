import { X } from "lucide-react";
import type { KeyboardEvent, ReactNode } from "react";
import { Button } from "../../../components/ui/button.tsx";
import { IconButton } from "../../../components/ui/icon-button.tsx";
import { focusOnMount } from "../focus/focus-on-mount.ts";

/** The question whether several lines are as many things or one; its children are the rows of what each would become. */
export function PasteQuestion({
  texts,
  isTooMany,
  onMany,
  onOne,
  onCancel,
  onEscape,
  children,
}: {
  texts: { question: string; cancel: string; list: string; tooMany: string; many: string; one: string };
  isTooMany: boolean;
  onMany: () => void;
  onOne: () => void;
  onCancel: () => void;
  /** The lines stay where they are. */
  onEscape: () => void;
  children: ReactNode;
}) {
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    onEscape();
  };
  return (
    <div role="group" aria-label={texts.question} onKeyDown={handleKeyDown} className="grid gap-2">
      <div className="flex items-start justify-between gap-2">
        <p className="text-md font-strong">{texts.question}</p>
        <IconButton label={texts.cancel} onClick={onCancel} className="-mt-0.5 -mr-1">
          <X size={14} aria-hidden />
        </IconButton>
      </div>
      <ul
        tabIndex={0}
        aria-label={texts.list}
        className="grid max-h-48 gap-1 overflow-y-auto rounded-s text-xs text-ink-2"
      >
        {children}
      </ul>
      {isTooMany && (
        <p role="alert" className="text-xs text-danger">
          {texts.tooMany}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button tone="primary" ref={isTooMany ? undefined : focusOnMount} disabled={isTooMany} onClick={onMany}>
          {texts.many}
        </Button>
        <Button ref={isTooMany ? focusOnMount : undefined} onClick={onOne}>
          {texts.one}
        </Button>
      </div>
    </div>
  );
}
