"use client";

import type { ListedTask } from "@kanban/domain/lists/listed-task";
import type { Now } from "@kanban/domain/today/next-action";
import { Users } from "lucide-react";
import { useState } from "react";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import { useToastsAtHead } from "../../components/ui/toast-edge.ts";
import { lazyPart } from "../../lazy/lazy-part.tsx";
import { useShortcuts } from "../keyboard/use-shortcuts.ts";
import type { FullColumn } from "../lists/list-acts.ts";
import { clarifyStrings } from "./clarify.strings.ts";
import { DeckFoot } from "./deck-foot.tsx";
import { DeckFrame } from "./deck-frame.tsx";
import { DeckHead } from "./deck-head.tsx";
import { ItemSkeleton } from "./deck-skeleton.tsx";
import { DeckItem } from "./deck-item.tsx";
import { InboxZero } from "./inbox-zero.tsx";
import { useDeck } from "./use-deck.ts";

const WipChooser = lazyPart(() => import("../wip/wip-chooser.tsx").then((module) => module.WipChooser));
const TreeDialog = lazyPart(() => import("./tree-dialog.tsx").then((module) => module.TreeDialog));
const QuestionsDialog = lazyPart(() => import("./questions-dialog.tsx").then((module) => module.QuestionsDialog));

/** One item after the other, until none is left. */
export function Deck({ entries, now, onLeave }: { entries: readonly ListedTask[]; now: Now; onLeave: () => void }) {
  const deck = useDeck(entries);
  // The answers and what can be done are at the foot, of a phone above all.
  useToastsAtHead();
  const { session, current } = deck;
  const [dialog, setDialog] = useState<"tree" | "questions" | null>(null);
  const [full, askRoom] = useState<FullColumn | null>(null);
  const acts = {
    undo: deck.undo,
    skip: deck.skip,
    tree: () => setDialog("tree"),
    questions: () => setDialog("questions"),
    leave: onLeave,
  };
  useShortcuts({
    undo: acts.undo,
    redo: deck.redo,
    // The tree has the keys on it. Of two who know a command the newer is asked first, and the deck is drawn after the frame.
    "show-keys": acts.tree,
    "clarify-questions": acts.questions,
    "clarify-leave": acts.leave,
    "clarify-skip": current ? acts.skip : undefined,
  });
  const last = session.decided.at(-1);
  const said = last ? clarifyStrings.decided[last.kind](last.title) : "";
  return (
    <>
      <h1 className="sr-only">{clarifyStrings.title}</h1>
      <DeckFrame
        head={<DeckHead session={session} left={entries.length} />}
        foot={<DeckFoot acts={acts} hasItem={current !== null} said={said} />}
      >
        {current ? (
          <DeckItem key={current.task.id} entry={current} now={now} onDecided={deck.decided} onAskRoom={askRoom} />
        ) : deck.missing === "others" ? (
          <div className="my-auto">
            <EmptyState
              role="status"
              icon={<Users size={18} aria-hidden />}
              title={clarifyStrings.othersTitle}
              text={clarifyStrings.othersText(entries.length)}
            />
          </div>
        ) : deck.missing === "asking" ? (
          <ItemSkeleton />
        ) : (
          <InboxZero session={session} skipped={entries.length} onAgain={deck.again} onLeave={onLeave} />
        )}
      </DeckFrame>
      <p role="status" className="sr-only">
        {said}
      </p>
      {dialog === "tree" && <TreeDialog onClose={() => setDialog(null)} />}
      {dialog === "questions" && <QuestionsDialog onClose={() => setDialog(null)} />}
      {full && <WipChooser {...full} onClose={() => askRoom(null)} />}
    </>
  );
}
