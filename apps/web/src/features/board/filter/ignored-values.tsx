"use client";

import { useState } from "react";
import { facets } from "@kanban/domain/filter/filter";
import { parseFilter } from "@kanban/domain/filter/filter-in-words";
import { knownValues } from "@kanban/domain/filter/known-values";
import { useBoardPart, useScreenPart } from "../state/screen.tsx";
import { filterOf } from "./filter-of.ts";
import { filterStrings } from "./filter.strings.ts";

/** Says that an address asked for something this board does not know; the rest of the filter holds. */
export function IgnoredValues() {
  const filter = useScreenPart((state) => filterOf(state.query));
  // What could not be read is gone from the filter already: it is looked for once, where it came from.
  const [unread] = useState(() => parseFilter(new URLSearchParams(location.search)).ignored.length);
  const unknown = useBoardPart((view) =>
    facets.reduce((sum, facet) => {
      const asked = filter.values[facet]?.length ?? 0;
      return sum + asked - knownValues(filter, facet, view).length;
    }, 0),
  );
  const count = unread + unknown;
  return count > 0 && <span className="text-xs text-warn">{filterStrings.ignored(count)}</span>;
}
