"use client";

import type { ComponentProps, ReactNode } from "react";
import { classNames } from "../../../../components/ui/class-names.ts";
import { Kbd } from "../../../../components/ui/kbd.tsx";
import type { ShortcutId } from "../../../keyboard/shortcuts.ts";
import { useFirstKey } from "../../../keyboard/use-first-key.ts";

const buttonClass =
  "inline-flex h-(--control) items-center justify-center gap-1.5 rounded-m px-2 text-sm font-medium whitespace-nowrap select-none " +
  "transition-colors duration-(--fast) hover:bg-[color-mix(in_oklab,var(--ink)_7%,transparent)] data-[popup-open]:bg-[color-mix(in_oklab,var(--ink)_9%,transparent)] " +
  "max-sm:h-auto max-sm:min-h-13 max-sm:flex-col max-sm:gap-1 max-sm:px-0.5 max-sm:py-1.5 max-sm:text-2xs";

/** One act of the selection bar: icon and word, the word under the icon on a phone, with its key where there is one. */
export function BarButton({
  icon,
  label,
  command,
  tone = "normal",
  ...rest
}: Omit<ComponentProps<"button">, "children"> & {
  icon: ReactNode;
  label: string;
  /** The command whose key is shown. */
  command: ShortcutId;
  tone?: "normal" | "danger";
}) {
  const keys = useFirstKey()(command);
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={classNames(buttonClass, tone === "danger" ? "text-danger" : "text-ink-2 hover:text-ink")}
      {...rest}
    >
      <span aria-hidden>{icon}</span>
      <span aria-hidden className="max-w-full truncate sm:max-[84rem]:hidden">
        {label}
      </span>
      {keys && <Kbd className="max-lg:hidden">{keys}</Kbd>}
    </button>
  );
}
