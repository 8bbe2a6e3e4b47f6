import type { OutlineTask } from "@kanban/domain/capture-syntax/read-outline";
import { limits } from "@kanban/domain/limits";
import { PasteQuestion } from "../board/quick-add/paste-question.tsx";
import { captureStrings as strings } from "./capture.strings.ts";
import { textOfLine } from "./capture-texts.ts";

/** Asks whether several lines are as many thoughts or one, and shows what each would be. */
export function LinesPreview({
  lines,
  onMany,
  onOne,
  onBack,
}: {
  lines: readonly OutlineTask[];
  onMany: () => void;
  onOne: () => void;
  onBack: () => void;
}) {
  const most = limits.pastedTasks;
  return (
    <PasteQuestion
      texts={{
        question: strings.question(lines.length),
        cancel: strings.back,
        list: strings.lines,
        tooMany: strings.tooManyLines(lines.length, most),
        many: strings.many(lines.length),
        one: strings.asOne,
      }}
      isTooMany={lines.length > most}
      onMany={onMany}
      onOne={onOne}
      onCancel={onBack}
      onEscape={onBack}
    >
      {lines.slice(0, most).map((line, index) => (
        <LineRow key={index} text={textOfLine(line)} />
      ))}
    </PasteQuestion>
  );
}

function LineRow({ text }: { text: string }) {
  const [title, ...rest] = text.split("\n");
  return (
    <li className="grid">
      <span className="truncate">{title}</span>
      {rest.length > 0 && <span className="truncate text-ink-3">{strings.withMore(rest.length)}</span>}
    </li>
  );
}
