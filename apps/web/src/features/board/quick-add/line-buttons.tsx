"use client";

import { AtSign, CalendarDays, ChevronsUp, FolderPlus, Hash } from "lucide-react";
import { type ReactNode, useState } from "react";
import { IconButton, iconButtonClass } from "../../../components/ui/icon-button.tsx";
import { Menu, MenuRadioGroup } from "../../../components/ui/menu.tsx";
import { Popover } from "../../../components/ui/popover.tsx";
import { insertText } from "../../editor/insert-text.ts";
import { DueForm } from "../../task/fields/due-form.tsx";
import { localDay } from "../../task/moment-words.ts";
import { strings } from "../board.strings.ts";
import type { Line } from "./use-line.ts";

const texts = strings.add;
const signs: readonly { sign: string; label: string; icon: ReactNode }[] = [
  { sign: "#", label: texts.addTag, icon: <Hash size={14} aria-hidden /> },
  { sign: "@", label: texts.addContext, icon: <AtSign size={14} aria-hidden /> },
  { sign: "+", label: texts.addProject, icon: <FolderPlus size={14} aria-hidden /> },
];

/** The syntax as buttons: signs are typed for you, a date or priority chosen here overrules the text. */
export function LineButtons({ line }: { line: Line }) {
  const [isDueOpen, setDueOpen] = useState(false);
  const { field, chosen, task } = line;
  const type = (sign: string) => {
    const element = field.current;
    if (!element) return;
    const { selectionStart: start, selectionEnd: end } = element;
    const lead = /(?:^|\s)$/u.test(element.value.slice(0, start)) ? "" : " ";
    insertText(element, { start, end, insert: lead + sign });
  };
  const priority = chosen.priority ?? task.values.priority;
  return (
    <div className="-ml-1.5 flex touch:-ml-3">
      {signs.map(({ sign, label, icon }) => (
        <IconButton
          key={sign}
          label={label}
          keys={sign}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => type(sign)}
        >
          {icon}
        </IconButton>
      ))}
      <Popover
        label={texts.due}
        open={isDueOpen}
        onOpenChange={setDueOpen}
        trigger={
          <button type="button" aria-label={texts.due} title={texts.due} className={iconButtonClass()}>
            <CalendarDays size={14} aria-hidden />
          </button>
        }
      >
        {/* Its "Set" is no Enter in the line around it. */}
        <div onSubmit={(event) => event.stopPropagation()}>
          <DueForm
            dueAt={chosen.dueAt ?? task.values.dueAt}
            today={localDay(new Date())}
            onSet={(dueAt) => {
              if (dueAt) line.choose({ dueAt });
              else line.clearDue();
              setDueOpen(false);
            }}
          />
        </div>
      </Popover>
      <Menu
        label={texts.priority}
        trigger={
          <button type="button" aria-label={texts.priority} title={texts.priority} className={iconButtonClass()}>
            <ChevronsUp size={14} aria-hidden />
          </button>
        }
      >
        <MenuRadioGroup
          value={priority}
          options={(["high", "normal", "low"] as const).map((value) => ({
            value,
            label: texts.chips.priorities[value],
          }))}
          onChange={(value) => line.choose({ priority: value })}
        />
      </Menu>
    </div>
  );
}
