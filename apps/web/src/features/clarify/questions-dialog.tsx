"use client";

import type { ClarifyQuestion } from "@kanban/domain/clarify/clarify-tree";
import { ArrowDown, ArrowUp } from "lucide-react";
import { Checkbox } from "../../components/ui/checkbox.tsx";
import { Dialog } from "../../components/ui/dialog.tsx";
import { IconButton } from "../../components/ui/icon-button.tsx";
import { clarifyStrings } from "./clarify.strings.ts";
import { chooseQuestions, useQuestions } from "./question-store.ts";

/** Which questions the deck asks, and in which order. */
export function QuestionsDialog({ onClose }: { onClose: () => void }) {
  const { asked, off } = useQuestions();
  const move = (question: ClarifyQuestion, by: 1 | -1) => {
    const at = asked.indexOf(question);
    if (asked[at + by] === undefined) return;
    const others = asked.filter((other) => other !== question);
    chooseQuestions(others.toSpliced(at + by, 0, question));
  };
  const toggle = (question: ClarifyQuestion) =>
    chooseQuestions(asked.includes(question) ? asked.filter((other) => other !== question) : [...asked, question]);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={clarifyStrings.questionsTitle}
      description={clarifyStrings.questionsText}
    >
      <ul className="grid gap-0.5">
        {[...asked, ...off].map((question) => {
          const name = clarifyStrings.questionNames[question];
          const at = asked.indexOf(question);
          return (
            <li key={question} className="flex min-h-8 items-center gap-2 text-sm touch:min-h-11">
              <Checkbox checked={at >= 0} onChange={() => toggle(question)} label={clarifyStrings.ask(name)} />
              <span className={at >= 0 ? "flex-1" : "flex-1 text-ink-2"}>{name}</span>
              {at >= 0 && (
                <>
                  <IconButton
                    label={clarifyStrings.earlier(name)}
                    // Not `disabled`: the focus must stay when the top is reached.
                    aria-disabled={at === 0}
                    className="aria-disabled:opacity-45"
                    onClick={() => move(question, -1)}
                  >
                    <ArrowUp size={14} aria-hidden />
                  </IconButton>
                  <IconButton
                    label={clarifyStrings.later(name)}
                    aria-disabled={at === asked.length - 1}
                    className="aria-disabled:opacity-45"
                    onClick={() => move(question, 1)}
                  >
                    <ArrowDown size={14} aria-hidden />
                  </IconButton>
                </>
              )}
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
