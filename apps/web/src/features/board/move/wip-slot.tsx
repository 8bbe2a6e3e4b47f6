"use client";

import { lazyPart } from "../../../lazy/lazy-part.tsx";
import { useScreen, useScreenPart } from "../state/screen.tsx";

const WipChooser = lazyPart(() => import("../../wip/wip-chooser.tsx").then((module) => module.WipChooser));

/** Where a full column asks. */
export function WipSlot() {
  const screen = useScreen();
  const question = useScreenPart(({ dialog }) => (dialog?.kind === "wip" ? dialog.question : null));
  const close = () => screen.store.set({ dialog: null });
  return question && <WipChooser boardId={screen.boardId} mutate={screen.mutate} question={question} onClose={close} />;
}
