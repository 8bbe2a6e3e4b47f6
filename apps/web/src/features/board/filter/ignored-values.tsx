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
  const query = useScreenPart((state) => state.query);
  const filter = filterOf(query);
  // What could not be read is gone from the filter already: it is looked for once, where it came from.
  const [arrival] = useState(() => ({
    query,
    unread: parseFilter(new URLSearchParams(location.search)).ignored.length,
  }));
  const unknown = useBoardPart((view) =>
    facets.reduce((sum, facet) => {
      const asked = filter.values[facet]?.length ?? 0;
      return sum + asked - knownValues(filter, facet, view).length;
    }, 0),
  );
  // Whoever has changed the filter since has read it.
  const count = unknown + (query === arrival.query ? arrival.unread : 0);
  return count > 0 && <span className="text-xs text-warn">{filterStrings.ignored(count)}</span>;
}
