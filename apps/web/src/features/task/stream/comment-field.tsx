"use client";

import { limits } from "@kanban/domain/limits";
import type { Member } from "@kanban/domain/entities";
import { type KeyboardEvent, type ReactNode, type SyntheticEvent, useId, useRef, useState } from "react";
import { Avatar } from "../../../components/ui/avatar.tsx";
import { optionRow } from "../../../components/ui/option-row.ts";
import { TextArea } from "../../../components/ui/text-area.tsx";
import { isComposing } from "../../keyboard/is-composing.ts";
import { useTaskPanel } from "../task-panel-context.tsx";
import { membersFor, mentionQuery } from "./mention-query.ts";
import { streamStrings } from "./stream.strings.ts";

/** Where a comment is written: `@` offers people, Ctrl or Cmd with Enter sends, Esc leaves. */
export function CommentField({
  label,
  value,
  autoFocus = false,
  onChange,
  onSend,
  onLeave,
  children,
}: {
  label: string;
  value: string;
  autoFocus?: boolean;
  onChange: (text: string) => void;
  onSend: () => void;
  onLeave: () => void;
  /** The buttons. */
  children?: ReactNode;
}) {
  const { view } = useTaskPanel();
  const listId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState<number | null>(null);
  const [active, setActive] = useState(0);
  const asked = caret === null ? null : mentionQuery(value, caret);
  const people = asked ? membersFor(Object.values<Member>(view.members), asked.query) : [];
  const isTooLong = value.trim().length > limits.comment;

  const follow = (event: SyntheticEvent<HTMLTextAreaElement>) => setCaret(event.currentTarget.selectionStart);
  const take = (member: Member | undefined) => {
    if (!asked || !member || caret === null) return;
    const text = `${value.slice(0, asked.start)}@${member.name} `;
    onChange(text + value.slice(caret));
    setCaret(null);
    setActive(0);
    requestAnimationFrame(() => field.current?.setSelectionRange(text.length, text.length));
  };

  const handleKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (isComposing(event.nativeEvent)) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) onSend();
    else if (people.length > 0 && by) setActive((active + by + people.length) % people.length);
    else if (people.length > 0 && (event.key === "Enter" || event.key === "Tab")) take(people[active] ?? people[0]);
    else if (people.length > 0 && event.key === "Escape") setCaret(null);
    else if (event.key === "Escape") onLeave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="grid gap-2">
      <div className="relative">
        <TextArea
          ref={field}
          rows={1}
          autoFocus={autoFocus}
          aria-label={label}
          placeholder={streamStrings.placeholder}
          value={value}
          aria-invalid={isTooLong || undefined}
          aria-autocomplete="list"
          aria-controls={people.length > 0 ? listId : undefined}
          aria-activedescendant={people.length > 0 ? `${listId}-${active}` : undefined}
          onChange={(event) => {
            onChange(event.currentTarget.value);
            setActive(0);
            follow(event);
          }}
          onSelect={follow}
          onBlur={() => setCaret(null)}
          onKeyDown={handleKeyDown}
          className="max-h-[40vh] min-h-9 overflow-y-auto touch:min-h-11"
        />
        {people.length > 0 && (
          <ul
            id={listId}
            role="listbox"
            aria-label={streamStrings.people}
            className="absolute top-full left-0 z-10 mt-1 grid w-60 max-w-full rounded-m border border-line bg-raised p-1 shadow-2"
          >
            {people.map((member, index) => (
              <li
                key={member.userId}
                {...optionRow({
                  id: `${listId}-${index}`,
                  isActive: index === active,
                  isSelected: index === active,
                  onTake: () => take(member),
                })}
              >
                <Avatar id={member.userId} name={member.name} labelled={false} />
                <span className="min-w-0 truncate">{member.name}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
      {isTooLong && (
        <p role="alert" className="text-xs text-danger">
          {streamStrings.tooLong(limits.comment.toLocaleString())}
        </p>
      )}
      {children}
    </div>
  );
}
