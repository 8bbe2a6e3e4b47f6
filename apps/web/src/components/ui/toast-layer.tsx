"use client";

import { useEffect } from "react";
import { createPortal } from "react-dom";
import { Toaster as Sonner, toast } from "sonner";
import { classNames } from "./class-names.ts";
import type { ToastAction, ToastOptions } from "./toast.tsx";
import { useToastEdge } from "./toast-edge.ts";

const undoTimeMs = 10_000;
/** Said before the toaster listened. */
const early: (() => void)[] = [];
let isListening = false;

/** Shows a toast, or keeps it until there is a place for it. */
export function showNow(id: string, text: string, { tone = "normal", actions = [], durationMs }: ToastOptions): void {
  const show = () =>
    void toast.custom(
      (key) => <ToastCard text={text} tone={tone} actions={actions} onDone={() => toast.dismiss(key)} />,
      { id, duration: durationMs ?? (actions.length > 0 ? undoTimeMs : 4_000) },
    );
  if (isListening) show();
  else early.push(show);
}

function ToastCard({
  text,
  tone,
  actions,
  onDone,
}: {
  text: string;
  tone: "normal" | "danger";
  actions: readonly ToastAction[];
  onDone: () => void;
}) {
  return (
    <div className="flex w-full items-center gap-3 rounded-m bg-ink px-3.5 py-2 font-sans text-sm font-title text-canvas shadow-3 forced-colors:border">
      {tone === "danger" && (
        <span
          aria-hidden
          className="size-1.5 shrink-0 rounded-full bg-[color-mix(in_oklab,var(--danger)_70%,var(--canvas))]"
        />
      )}
      <span className="min-w-0 flex-1 text-pretty">{text}</span>
      {actions.map((action, index) => (
        <button
          key={action.label}
          type="button"
          className={classNames(
            "-my-1 min-h-7 shrink-0 rounded-s px-1.5 font-bold touch:min-h-11",
            index === 0
              ? "text-[color-mix(in_oklab,var(--accent)_55%,var(--canvas))]"
              : "text-[color-mix(in_oklab,var(--canvas)_75%,var(--ink))]",
          )}
          onClick={() => {
            // First: what is run may answer with a toast of the same id.
            onDone();
            action.run();
          }}
        >
          {action.label}
        </button>
      ))}
    </div>
  );
}

/** Where toasts appear. In the body and above every layer, so that Undo is always in reach. */
export function ToastLayer() {
  useEffect(() => {
    isListening = true;
    for (const show of early.splice(0)) show();
    return () => {
      isListening = false;
    };
  }, []);
  const edge = useToastEdge();
  return createPortal(
    <Sonner
      position={`${edge}-center`}
      gap={8}
      visibleToasts={4}
      // `--foot` is the height of what stands at the foot of a screen itself.
      offset={{ top: "12px", bottom: "calc(20px + var(--foot, 0px))" }}
      mobileOffset={{
        top: "calc(4px + env(safe-area-inset-top))",
        bottom: "calc(16px + var(--foot, 0px) + env(safe-area-inset-bottom))",
      }}
      containerAriaLabel="Messages"
    />,
    document.body,
  );
}
