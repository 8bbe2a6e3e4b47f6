"use client";

import type { OutcomeKind } from "@kanban/domain/clarify/clarify-outcome";
import type { ReactNode } from "react";
import { Dialog } from "../../components/ui/dialog.tsx";
import { keyboardStrings } from "../keyboard/keyboard.strings.ts";
import { Keys, useCapsOf } from "../keyboard/keys.tsx";
import { shortcutOf, type ShortcutId } from "../keyboard/shortcuts.ts";
import { clarifyStrings } from "./clarify.strings.ts";

const strings = clarifyStrings;
const commands: Record<OutcomeKind, ShortcutId> = {
  "do-now": "clarify-do-now",
  "next-action": "clarify-next",
  waiting: "clarify-waiting",
  someday: "clarify-someday",
  reference: "clarify-reference",
  project: "clarify-project",
  snooze: "clarify-snooze",
  trash: "clarify-trash",
};
const more = [
  ...(["clarify-take", "undo", "clarify-skip", "clarify-merge", "clarify-title", "clarify-questions"] as const),
  "clarify-leave",
] satisfies ShortcutId[];

/** The whole tree, with the key of every decision, and what else can be done in the deck. */
export function TreeDialog({ onClose }: { onClose: () => void }) {
  const capsOf = useCapsOf();
  const leaf = (kind: OutcomeKind) => (
    <li key={kind} className="flex items-baseline justify-between gap-3 py-0.5 text-sm">
      <span>
        {strings.outcomes[kind][0]} <span className="text-xs text-ink-2">{strings.outcomes[kind][1]}</span>
      </span>
      <span className="touch:hidden">
        <Keys caps={capsOf(shortcutOf(commands[kind]))} />
      </span>
    </li>
  );
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={strings.treeTitle} description={strings.treeText}>
      <ul className="grid gap-3">
        <Fork question={strings.treeActionable} answer={strings.treeNo}>
          {(["trash", "someday", "reference", "snooze"] as const).map(leaf)}
        </Fork>
        <Fork question={strings.treeShort} answer={strings.treeYes}>
          {leaf("do-now")}
        </Fork>
        <Fork question={strings.treeMine} answer={strings.treeNoOther}>
          {leaf("waiting")}
        </Fork>
        <Fork question={strings.treeOneStep} answer={strings.treeNoMany}>
          {leaf("project")}
        </Fork>
        <Fork question={strings.treeOneStep} answer={strings.treeYes}>
          {leaf("next-action")}
        </Fork>
      </ul>
      <dl className="border-t border-line pt-3 touch:hidden">
        {more.map((id) => (
          <div key={id} className="flex items-baseline justify-between gap-4 py-0.5 text-sm text-ink-2">
            <dt>{keyboardStrings.labels[id]}</dt>
            <dd>
              <Keys caps={capsOf(shortcutOf(id))} />
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

function Fork({ question, answer, children }: { question: string; answer: string; children: ReactNode }) {
  return (
    <li>
      <p className="text-xs font-medium text-ink-2">
        {question} <span className="text-accent">{answer}</span>
      </p>
      <ul className="mt-0.5 ml-1 border-l-2 border-line-strong pl-3">{children}</ul>
    </li>
  );
}
