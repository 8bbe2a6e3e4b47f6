import type { SearchHit } from "@kanban/domain/search/search-hit";
import { classNames } from "../../components/ui/class-names.ts";
import { ColumnIcon } from "../board/column/column-icon.tsx";
import { MarkedText } from "./marked-text.tsx";
import { searchStrings } from "./search.strings.ts";

/** One task that was found: where it is, its title, and the words around what was found in its texts. */
export function SearchHitRow({
  hit,
  id,
  isActive,
  onOpen,
  onPoint,
}: {
  hit: SearchHit;
  id: string;
  isActive: boolean;
  onOpen: () => void;
  onPoint: () => void;
}) {
  const isDone = hit.columnKind === "done";
  return (
    // The field has the keyboard (aria-activedescendant); the row is for the pointer.
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onOpen}
      onPointerMove={onPoint}
      className={classNames(
        "grid min-h-11 content-center gap-0.5 rounded-m px-2.5 py-1.5 select-none touch:py-2.5",
        isActive && "bg-[color-mix(in_oklab,var(--ink)_6%,transparent)] forced-colors:outline",
      )}
    >
      <div className="flex min-w-0 items-baseline gap-2.5">
        <span className="shrink-0 font-mono text-2xs font-medium text-ink-3">
          {hit.boardKey}
          {hit.number > 0 && `-${hit.number}`}
        </span>
        <span
          className={classNames("min-w-0 flex-1 text-md font-title text-pretty break-words", isDone && "text-ink-2")}
        >
          <MarkedText text={hit.title} marks={hit.titleMarks} />
        </span>
        <span className="flex h-5 shrink-0 items-center gap-1 self-start text-xs text-ink-3">
          {hit.gone === null ? (
            <>
              <ColumnIcon kind={hit.columnKind} />
              <span className="max-w-24 truncate">{hit.columnName}</span>
            </>
          ) : (
            <span>{hit.gone === "archived" ? searchStrings.archived : searchStrings.trashed}</span>
          )}
        </span>
      </div>
      {hit.excerpt && (
        <p className="line-clamp-2 text-xs text-pretty break-words text-ink-2">
          <span className="text-ink-3">
            {hit.excerpt.field === "notes" ? searchStrings.inNotes : searchStrings.inChecklist}:{" "}
          </span>
          <MarkedText text={hit.excerpt.text} marks={hit.excerpt.marks} />
        </p>
      )}
    </div>
  );
}
