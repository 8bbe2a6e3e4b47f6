import { boardIdSchema } from "@kanban/domain/ids";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { BoardFrame } from "../../../../features/boards/board-frame.tsx";

/** The board stays mounted while its tasks open and close: their address is a child of its own. */
export default async function BoardLayout({
  params,
  children,
}: {
  params: Promise<{ boardId: string }>;
  children: ReactNode;
}) {
  const boardId = boardIdSchema.safeParse((await params).boardId);
  if (!boardId.success) notFound();
  return (
    <>
      <BoardFrame key={boardId.data} boardId={boardId.data} />
      {children}
    </>
  );
}
