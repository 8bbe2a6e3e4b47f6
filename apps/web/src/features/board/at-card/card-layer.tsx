"use client";

import { lazyPart } from "../../../lazy/lazy-part.tsx";
import { useScreenPart } from "../state/screen.tsx";

const FieldAtCard = lazyPart(() => import("./field-at-card.tsx").then((module) => module.FieldAtCard));
const ComposerAtCard = lazyPart(() => import("./composer-at-card.tsx").then((module) => module.ComposerAtCard));

/** The small layers that keys open at a focused card. */
export function CardLayer() {
  const field = useScreenPart(({ dialog }) => (dialog?.kind === "field" ? dialog : null));
  const below = useScreenPart(({ composer }) => composer?.below ?? null);
  return (
    <>
      {field && <FieldAtCard key={field.field} taskId={field.taskId} field={field.field} />}
      {below && <ComposerAtCard key={below} below={below} />}
    </>
  );
}
