"use client";

import type { Member } from "@kanban/domain/entities";
import { Avatar } from "../../../components/ui/avatar.tsx";
import { strings } from "../board.strings.ts";
import { useBoardPart } from "../state/screen.tsx";

/** More faces than this become a number. */
const mostFaces = 5;

/** Who shares the board; nobody is shown on a board of one. */
export function MemberFaces() {
  const members = Object.values<Member>(useBoardPart((view) => view.members));
  if (members.length < 2) return null;
  return (
    <ul aria-label={strings.board.members} className="flex shrink-0 pl-1.5 max-sm:hidden">
      {members.slice(0, mostFaces).map(({ userId, name }) => (
        <li key={userId} className="-ml-1.5 rounded-full ring-2 ring-canvas">
          <Avatar id={userId} name={name} size={24} />
        </li>
      ))}
      {members.length > mostFaces && (
        <li className="ml-1 self-center text-xs text-ink-3">+{members.length - mostFaces}</li>
      )}
    </ul>
  );
}
