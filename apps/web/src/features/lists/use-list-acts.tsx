"use client";

import { type ReactNode, useMemo, useState } from "react";
import { lazyPart } from "../../lazy/lazy-part.tsx";
import { useSyncEngine } from "../../sync/engine-context.tsx";
import { createListActs, type FullColumn, type ListActs } from "./list-acts.ts";

const WipChooser = lazyPart(() => import("../wip/wip-chooser.tsx").then((module) => module.WipChooser));
const TextDialog = lazyPart(() => import("./text-dialog.tsx").then((module) => module.TextDialog));
const DayDialog = lazyPart(() => import("./day-dialog.tsx").then((module) => module.DayDialog));

/** A question for a day. */
export type DayQuestion = {
  title: string;
  text: string;
  day: string | null;
  min: string;
  onDay: (day: string) => void;
};

/** A text that could not be copied. */
export type ShownText = { title: string; hint: string; text: string };

export type RowActs = ListActs & {
  /** Asks for a day in a dialog. */
  askDay: (question: DayQuestion) => void;
  showText: (text: ShownText) => void;
  /** Asks how a task gets into a full column. */
  askRoom: (full: FullColumn) => void;
};

/** What rows can do, and the dialogs some of it asks in: to be drawn once on the screen. */
export function useListActs(): { acts: RowActs; dialogs: ReactNode } {
  const engine = useSyncEngine();
  const [full, setFull] = useState<FullColumn | null>(null);
  const [question, askDay] = useState<DayQuestion | null>(null);
  const [shown, showText] = useState<ShownText | null>(null);
  const acts = useMemo(() => ({ ...createListActs(engine, setFull), askDay, showText, askRoom: setFull }), [engine]);
  const dialogs = (
    <>
      {full && <WipChooser {...full} onClose={() => setFull(null)} />}
      {shown && <TextDialog {...shown} onClose={() => showText(null)} />}
      {question && <DayDialog {...question} onClose={() => askDay(null)} />}
    </>
  );
  return { acts, dialogs };
}
