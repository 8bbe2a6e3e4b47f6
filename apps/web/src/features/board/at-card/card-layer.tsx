"use client";

import dynamic from "next/dynamic";
import { useEffect } from "react";
import { useScreenPart } from "../state/screen.tsx";

const loadField = () => import("./field-at-card.tsx").then((module) => module.FieldAtCard);
const FieldAtCard = dynamic(loadField, { ssr: false });
const loadComposer = () => import("./composer-at-card.tsx").then((module) => module.ComposerAtCard);
const ComposerAtCard = dynamic(loadComposer, { ssr: false });

/** The small layers that keys open at a focused card. */
export function CardLayer() {
  const field = useScreenPart(({ dialog }) => (dialog?.kind === "field" ? dialog : null));
  const below = useScreenPart(({ composer }) => composer?.below ?? null);
  useEffect(() => {
    // Fetched while nobody waits, so that the first key opens its list within a frame.
    const timer = setTimeout(() => void Promise.all([loadField(), loadComposer()]).catch(() => null), 1_500);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      {field && <FieldAtCard key={field.field} taskId={field.taskId} field={field.field} />}
      {below && <ComposerAtCard key={below} below={below} />}
    </>
  );
}
