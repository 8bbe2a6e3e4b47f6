import type { Cover } from "@kanban/domain/entities";
import type { TaskId } from "@kanban/domain/ids";
import { previewPath } from "../../task/files/attachment-path.ts";
import { useScreen } from "../state/screen.tsx";

/** Taller than this, an image would push its own title off the screen. */
const tallestRatio = 4 / 3;

/** The image at the head of a card. Its room is kept before it has arrived; its title says what the card is. */
export function CardCover({ taskId, cover }: { taskId: TaskId; cover: Cover }) {
  const { boardId } = useScreen();
  return (
    <img
      src={previewPath({ boardId, taskId, id: cover.attachmentId })}
      alt=""
      width={cover.width}
      height={cover.height}
      loading="lazy"
      decoding="async"
      draggable={false}
      style={{ aspectRatio: Math.max(cover.width / cover.height, tallestRatio) }}
      className="-mt-[9px] -mr-2.5 -ml-3 mb-0.5 h-auto w-[calc(100%+22px)] max-w-none rounded-t-[calc(var(--radius-m)-1px)] bg-sunken object-cover touch:-mt-3"
    />
  );
}
