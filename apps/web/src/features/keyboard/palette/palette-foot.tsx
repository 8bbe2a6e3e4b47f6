import { Kbd } from "../../../components/ui/kbd.tsx";
import { paletteStrings } from "./palette.strings.ts";

const { hints } = paletteStrings;

/** What the keys do here, where there is a keyboard. */
export function PaletteFoot({ hasBack }: { hasBack: boolean }) {
  const rows = [
    { keys: "↑↓", does: hints.move },
    { keys: "Enter", does: hints.run },
    hasBack ? { keys: "Backspace", does: hints.back } : { keys: "Esc", does: hints.close },
  ];
  return (
    <div
      aria-hidden
      className="flex shrink-0 gap-4 border-t border-line bg-sunken px-3.5 py-2 text-xs text-ink-3 touch:hidden"
    >
      {rows.map(({ keys, does }) => (
        <span key={keys} className="flex items-center gap-1.5">
          <Kbd>{keys}</Kbd>
          {does}
        </span>
      ))}
    </div>
  );
}
