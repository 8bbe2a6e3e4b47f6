"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { Check, ChevronRight } from "lucide-react";
import { type ReactElement, type ReactNode, useMemo } from "react";
import { classNames } from "./class-names.ts";
import { Kbd } from "./kbd.tsx";

const popupClass =
  "max-h-(--available-height) min-w-44 max-w-72 overflow-y-auto rounded-m border border-line bg-raised p-1 shadow-3 outline-none " +
  "motion-safe:animate-[layer-in_var(--fast)_var(--ease)]";
const itemClass =
  "flex min-h-7 items-center gap-2 rounded-[6px] px-2 text-sm text-ink outline-none select-none touch:min-h-11 " +
  "data-[highlighted]:bg-[color-mix(in_oklab,var(--ink)_7%,transparent)] data-[disabled]:text-ink-3";

type Side = "top" | "bottom" | "left" | "right";
type Align = "start" | "center" | "end";

export type MenuProps = {
  trigger: ReactElement<Record<string, unknown>>;
  label?: string | undefined;
  side?: Side;
  align?: Align;
  /** Only where something else than its trigger opens it, too. */
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  children: ReactNode;
};

/** The menu that `menu.tsx` makes when it is first asked for: it is born open. */
export function MenuLayer({
  trigger,
  label,
  side = "bottom",
  align = "start",
  open,
  onOpenChange,
  children,
}: MenuProps) {
  return (
    <Base.Root {...(open === undefined ? { defaultOpen: true } : { open })} {...(onOpenChange ? { onOpenChange } : {})}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner side={side} align={align} sideOffset={4} collisionPadding={8} className="z-50 outline-none">
          <Base.Popup aria-label={label} className={popupClass}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** A menu at a point of the window, open while it is drawn; focus goes where `onClose` sends it. */
export function MenuAt({
  x,
  y,
  label,
  onClose,
  children,
}: {
  x: number;
  y: number;
  label: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const anchor = useMemo(
    () => ({ getBoundingClientRect: () => DOMRect.fromRect({ x, y, width: 0, height: 0 }) }),
    [x, y],
  );
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Positioner anchor={anchor} side="bottom" align="start" collisionPadding={8} className="z-50 outline-none">
          <Base.Popup aria-label={label} className={popupClass} finalFocus={false}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** One command; `keys` is its shortcut. */
export function MenuItem({
  icon,
  keys,
  tone = "normal",
  disabled = false,
  onSelect,
  children,
}: {
  icon?: ReactNode;
  keys?: string | undefined;
  tone?: "normal" | "danger";
  disabled?: boolean;
  onSelect: () => void;
  children: ReactNode;
}) {
  return (
    <Base.Item
      disabled={disabled}
      onClick={onSelect}
      className={classNames(itemClass, tone === "danger" && "text-danger!")}
    >
      {icon && (
        <span className={classNames("grid size-4 place-items-center", tone === "normal" && "text-ink-3")}>{icon}</span>
      )}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {keys && <Kbd>{keys}</Kbd>}
    </Base.Item>
  );
}

/** One of several values; the chosen one carries a tick. */
export function MenuRadioGroup<Value extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label?: string | undefined;
  value: Value | null;
  options: readonly { value: Value; label: string; icon?: ReactNode; note?: ReactNode; disabled?: boolean }[];
  onChange: (value: Value) => void;
}) {
  return (
    <Base.RadioGroup value={value} onValueChange={(next: Value) => onChange(next)}>
      {label && <Base.GroupLabel className="px-2 pt-1.5 pb-1 text-xs font-medium text-ink-3">{label}</Base.GroupLabel>}
      {options.map((option) => (
        <Base.RadioItem
          key={option.value}
          value={option.value}
          disabled={option.disabled ?? false}
          closeOnClick
          className={itemClass}
        >
          {option.icon && <span className="grid size-4 place-items-center text-ink-3">{option.icon}</span>}
          <span className="min-w-0 flex-1 truncate">{option.label}</span>
          {option.note && <span className="text-xs text-ink-3">{option.note}</span>}
          <span className="grid size-4 place-items-center text-accent">
            <Base.RadioItemIndicator>
              <Check size={14} aria-hidden />
            </Base.RadioItemIndicator>
          </span>
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  );
}

/** A menu inside a menu, e.g. "Move to…". */
export function MenuSub({ icon, label, children }: { icon?: ReactNode; label: string; children: ReactNode }) {
  return (
    <Base.SubmenuRoot>
      <Base.SubmenuTrigger
        className={classNames(itemClass, "data-[popup-open]:bg-[color-mix(in_oklab,var(--ink)_7%,transparent)]")}
      >
        {icon && <span className="grid size-4 place-items-center text-ink-3">{icon}</span>}
        <span className="flex-1">{label}</span>
        <ChevronRight size={14} aria-hidden className="text-ink-3" />
      </Base.SubmenuTrigger>
      <Base.Portal>
        <Base.Positioner sideOffset={2} alignOffset={-4} collisionPadding={8} className="z-50 outline-none">
          <Base.Popup className={popupClass}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.SubmenuRoot>
  );
}

/** A thin line between groups of commands. */
export function MenuSeparator() {
  return <Base.Separator className="my-1 h-px bg-line" />;
}
