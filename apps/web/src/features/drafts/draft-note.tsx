import { classNames } from "../../components/ui/class-names.ts";
import { draftStrings } from "./drafts.strings.ts";

/** Says quietly that a field holds what was typed before, with a way to throw it away on purpose. */
export function DraftNote({ onDiscard, className }: { onDiscard: () => void; className?: string }) {
  return (
    <p role="status" className={classNames("flex items-center gap-1.5 text-xs text-ink-3", className)}>
      {draftStrings.restored}
      <button
        type="button"
        // The field keeps the focus: its leaving would save what is to be thrown away.
        onMouseDown={(event) => event.preventDefault()}
        onClick={onDiscard}
        className="rounded-s px-1 font-medium text-ink-2 underline decoration-line-strong underline-offset-2 hover:text-ink touch:min-h-11 touch:px-2"
      >
        {draftStrings.discard}
      </button>
    </p>
  );
}
