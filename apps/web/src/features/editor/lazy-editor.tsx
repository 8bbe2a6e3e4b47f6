"use client";

import { lazy, Suspense } from "react";
import { TextArea } from "../../components/ui/text-area.tsx";
import { untilLoaded } from "../frame/until-loaded.ts";
import type { MarkdownEditorProps } from "./markdown-editor.tsx";

const load = () => import("./markdown-editor.tsx");
const MarkdownEditor = lazy(() => untilLoaded(load).then((module) => ({ default: module.MarkdownEditor })));

/** Fetches the editor while a text is only read, so that it is there when somebody begins to write. */
export function preloadEditor(): void {
  // Tried again when it is needed.
  void load().catch(() => null);
}

/** The Markdown editor, for notes, comments and wherever else Markdown is written; a plain field until it has come. */
export function LazyEditor(props: MarkdownEditorProps) {
  const { value, onChange, onKeyDown, label, placeholder, autoFocus, isInvalid } = props;
  const waiting = (
    <TextArea
      {...{ autoFocus, value, placeholder, onKeyDown }}
      aria-label={label}
      aria-invalid={isInvalid || undefined}
      rows={5}
      className="max-h-[50vh] min-h-24 overflow-y-auto"
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
  return (
    <Suspense fallback={waiting}>
      <MarkdownEditor {...props} />
    </Suspense>
  );
}
