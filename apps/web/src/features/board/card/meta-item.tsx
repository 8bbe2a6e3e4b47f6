import type { ReactNode } from "react";
import { classNames } from "../../../components/ui/class-names.ts";

/** A short mark on a card; `label` says it in full, on hover and to readers. */
export function MetaItem({
  icon,
  label,
  className,
  children,
}: {
  icon?: ReactNode;
  label: string;
  className?: string | undefined;
  children?: string;
}) {
  return (
    <span title={label} className={classNames("inline-flex items-center gap-1", className)}>
      {icon}
      {children && <span aria-hidden>{children}</span>}
      <span className="sr-only">{label}</span>
    </span>
  );
}
