import { Check, ChevronRight, Minus } from "lucide-react";
import { Fragment } from "react";
import { classNames } from "../../../components/ui/class-names.ts";
import { Keys } from "../keys.tsx";
import type { Range } from "./fuzzy.ts";
import { paletteStrings } from "./palette.strings.ts";
import type { RankedItem } from "./rank-items.ts";

/** One line of the palette: what it is, what of it was typed, and its key. */
export function PaletteRow({
  id,
  entry: { item, ranges },
  isActive,
  onPoint,
  onTake,
}: {
  id: string;
  entry: RankedItem;
  isActive: boolean;
  onPoint: () => void;
  onTake: () => void;
}) {
  return (
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      tabIndex={-1}
      // The field keeps the focus; the row only shows which one Enter takes.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onTake}
      onPointerMove={onPoint}
      className={classNames(
        "flex min-h-8 items-center gap-2.5 rounded-[6px] px-2 text-md select-none touch:min-h-11",
        isActive && "bg-[color-mix(in_oklab,var(--ink)_7%,transparent)] forced-colors:outline",
      )}
    >
      {item.icon && <span className="grid size-4 shrink-0 place-items-center text-ink-3">{item.icon}</span>}
      <span className="min-w-0 flex-1 truncate">
        <Highlighted text={item.title} ranges={ranges} />
      </span>
      {item.isChosen && (
        <>
          <Check size={14} aria-hidden className="shrink-0 text-accent" />
          <span className="sr-only">{paletteStrings.chosen}</span>
        </>
      )}
      {item.isPartly && (
        <>
          <Minus size={14} aria-hidden className="shrink-0 text-ink-3" />
          <span className="sr-only">{paletteStrings.partly}</span>
        </>
      )}
      {item.note && <span className="shrink-0 font-mono text-2xs font-medium text-ink-3">{item.note}</span>}
      {item.caps && item.caps.length > 0 && (
        <span className="shrink-0 touch:hidden">
          <Keys caps={item.caps} />
        </span>
      )}
      {item.page && <ChevronRight size={14} aria-hidden className="shrink-0 text-ink-3" />}
    </div>
  );
}

function Highlighted({ text, ranges }: { text: string; ranges: readonly Range[] }) {
  return (
    <>
      {ranges.map(([from, to], index) => (
        <Fragment key={from}>
          {text.slice(ranges[index - 1]?.[1] ?? 0, from)}
          <mark className="bg-transparent font-bold text-accent">{text.slice(from, to)}</mark>
        </Fragment>
      ))}
      {text.slice(ranges.at(-1)?.[1] ?? 0)}
    </>
  );
}
