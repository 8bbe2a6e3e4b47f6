import { Paperclip } from "lucide-react";
import { filesStrings } from "./files.strings.ts";

/** Over the open task while a file is held over it. */
export function DropVeil() {
  return (
    <div
      aria-hidden
      className="pointer-events-none absolute inset-2 z-10 hidden place-items-center rounded-m border-2 border-dashed border-accent bg-[color-mix(in_oklab,var(--raised)_80%,transparent)] group-data-[file-over]/files:grid"
    >
      <span className="flex items-center gap-2 rounded-m bg-accent px-3 py-2 text-md font-strong text-accent-ink">
        <Paperclip size={16} aria-hidden />
        {filesStrings.drop}
      </span>
    </div>
  );
}
