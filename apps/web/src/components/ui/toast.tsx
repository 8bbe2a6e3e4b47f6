"use client";

import { useSyncExternalStore } from "react";
import { createPortal } from "react-dom";
import { Toaster as Sonner, toast } from "sonner";
import { classNames } from "./class-names.ts";

type ToastAction = { label: string; keys?: string; run: () => void };
type ToastOptions = {
  /** Replaces a toast that has the same id. */
  id?: string;
  tone?: "normal" | "danger";
  /** The first is the one offered, e.g. Undo or Retry. */
  actions?: readonly ToastAction[];
  /** Milliseconds; people need time to read and to reach Undo. */
  durationMs?: number;
};

const undoTimeMs = 10_000;

/** Says something at the foot of the screen; announced politely. Returns the toast's id. */
export function showToast(text: string, { id, tone = "normal", actions = [], durationMs }: ToastOptions = {}): string {
  const shown = toast.custom(
    (key) => <ToastCard text={text} tone={tone} actions={actions} onDone={() => toast.dismiss(key)} />,
    {
      ...(id ? { id } : {}),
      duration: durationMs ?? (actions.length > 0 ? undoTimeMs : 4_000),
    },
  );
  return String(shown);
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
            action.run();
            onDone();
          }}
        >
          {action.label}
        </button>
      ))}
    </div>
  );
}

/** Where toasts appear; stands once around the app. In the body and above every layer, so that Undo is always in reach. */
export function Toaster() {
  const body = useSyncExternalStore(
    () => () => {},
    () => document.body,
    () => null,
  );
  if (!body) return null;
  return createPortal(
    <Sonner
      position="bottom-center"
      gap={8}
      visibleToasts={4}
      // `--foot` is the height of what stands at the foot of a screen itself.
      offset={{ bottom: "calc(20px + var(--foot, 0px))" }}
      mobileOffset={{ bottom: "calc(16px + var(--foot, 0px) + env(safe-area-inset-bottom))" }}
      containerAriaLabel="Messages"
    />,
    body,
  );
}

/** True when a layer would close because a toast was pressed: its buttons belong to no layer and must close none. */
export function isPressOnToast(details: { reason: string; event: Event }): boolean {
  const { target } = details.event;
  return (
    details.reason === "outside-press" && target instanceof Element && target.closest("[data-sonner-toaster]") !== null
  );
}
