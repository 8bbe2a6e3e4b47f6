import type { ChangePayload } from "@kanban/domain/change";
import type { Project } from "@kanban/domain/entities";
import type { LabelSnapshot } from "@kanban/events/snapshot-events";
import type { HandlerContext } from "../handler.ts";
import { currentShape, patchLabel, putBoardFacts, putLabels, removeLabel } from "./label-projection.repository.ts";

const placeOf = ({ envelope, boardSeq }: HandlerContext) => ({ boardId: envelope.boardId, boardSeq });
const isOpen = (status: Project["status"]) => status === "active";

/** A board begins with all its events, so that nothing of it is missing. */
export async function projectBoard(context: HandlerContext, { board }: ChangePayload<"board.created">): Promise<void> {
  await putBoardFacts(context.tx, placeOf(context), { hints: board.hints, shape: currentShape });
}

export async function projectBoardUpdate(
  context: HandlerContext,
  { after }: ChangePayload<"board.updated">,
): Promise<void> {
  if (after.hints) await putBoardFacts(context.tx, placeOf(context), { hints: after.hints });
}

export async function projectLabel(
  context: HandlerContext,
  kind: Exclude<LabelSnapshot["kind"], "project">,
  { id: labelId, name }: { id: string; name: string },
): Promise<void> {
  await putLabels(context.tx, placeOf(context), [{ labelId, kind, name, isOpen: true }]);
}

export async function projectProject(context: HandlerContext, { id, name, status }: Project): Promise<void> {
  const label: LabelSnapshot = { labelId: id, kind: "project", name, isOpen: isOpen(status) };
  await putLabels(context.tx, placeOf(context), [label]);
}

export async function projectLabelUpdate(
  context: HandlerContext,
  labelId: string,
  { name, status }: { name?: string | undefined; status?: Project["status"] | undefined },
): Promise<void> {
  if (name === undefined && status === undefined) return;
  const patch = { labelId, name: name ?? null, isOpen: status === undefined ? null : isOpen(status) };
  await patchLabel(context.tx, placeOf(context), patch);
}

export async function projectLabelRemoval(
  context: HandlerContext,
  kind: LabelSnapshot["kind"],
  { id: labelId }: { id: string },
): Promise<void> {
  await removeLabel(context.tx, placeOf(context), { labelId, kind });
}
