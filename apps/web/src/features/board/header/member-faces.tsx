"use client";

import type { Member } from "@kanban/domain/entities";
import { Avatar } from "../../../components/ui/avatar.tsx";
import { classNames } from "../../../components/ui/class-names.ts";
import { useSignedInUser } from "../../auth/signed-in.tsx";
import { peopleStrings } from "../../people/people.strings.ts";
import { useWatchers } from "../../people/watchers.ts";
import { strings } from "../board.strings.ts";
import { useBoardPart, useScreen } from "../state/screen.tsx";

/** More faces than this become a number. */
const mostFaces = 5;

/** Who shares the board, those who look at it now first; nobody is shown on a board of one. */
export function MemberFaces() {
  const { boardId } = useScreen();
  const own = useSignedInUser();
  const watchers = new Set(useWatchers(boardId).map(({ userId }) => userId));
  const members = Object.values<Member>(useBoardPart((view) => view.members));
  if (members.length < 2) return null;
  const isHere = ({ userId }: Member) => userId !== own?.id && watchers.has(userId);
  const faces = members.toSorted((a, b) => Number(isHere(b)) - Number(isHere(a)));
  return (
    <ul aria-label={strings.board.members} className="flex shrink-0 pl-1.5 max-sm:hidden">
      {faces.slice(0, mostFaces).map((member) => (
        <li
          key={member.userId}
          className={classNames(
            "relative -ml-1.5 rounded-full ring-2 ring-canvas",
            !isHere(member) && member.userId !== own?.id && "opacity-55",
          )}
        >
          <Avatar id={member.userId} name={isHere(member) ? peopleStrings.here(member.name) : member.name} size={24} />
          {isHere(member) && (
            <span aria-hidden className="absolute -right-px -bottom-px size-2 rounded-full bg-ok ring-2 ring-canvas" />
          )}
        </li>
      ))}
      {members.length > mostFaces && (
        <li className="ml-1 self-center text-xs text-ink-3">+{members.length - mostFaces}</li>
      )}
    </ul>
  );
}
