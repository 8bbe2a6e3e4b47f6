"use client";

import { lazy, Suspense } from "react";
import { strings } from "../board.strings.ts";
import { cellName } from "../state/cell-name.ts";
import { useScreen } from "../state/screen.tsx";
import type { ComposerProps } from "./composer.tsx";
import { composerBoxClass, composerPlace } from "./composer-place.ts";
import { loadComposer } from "./load-quick-add.ts";
import { LoadingLine } from "./loading-line.tsx";

// Its own piece of script: a board is drawn without it.
const Composer = lazy(loadComposer);

/** The composer of a column, or a plain field until its script is there. */
export function ComposerSlot(props: ComposerProps) {
  const { id } = props.column;
  const screen = useScreen();
  const waiting = (
    <div className={composerBoxClass}>
      <LoadingLine
        place={composerPlace(id)}
        label={strings.add.field(cellName(screen, id, props.lane))}
        onEscape={() => screen.store.set({ composer: null })}
      />
    </div>
  );
  return (
    <Suspense fallback={waiting}>
      <Composer {...props} />
    </Suspense>
  );
}
