import type { UserId } from "@kanban/domain/ids";
import { Avatar } from "../../../components/ui/avatar.tsx";
import { useBoardPart } from "../state/screen.tsx";

/** Who does it, at the card's right edge. */
export function CardFaces({ userIds }: { userIds: readonly UserId[] }) {
  const members = useBoardPart((view) => view.members);
  if (userIds.length === 0) return null;
  return (
    <span className="ml-auto flex gap-0.5">
      {userIds.map((id) => (
        <Avatar key={id} id={id} name={members[id]?.name ?? "?"} />
      ))}
    </span>
  );
}
