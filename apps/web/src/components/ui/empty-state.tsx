import type { ReactNode } from "react";

/** One sentence and one next step, for what is empty, missing or failed. */
export function EmptyState({
  icon,
  title,
  text,
  action,
  role,
}: {
  icon?: ReactNode;
  title: string;
  text: string;
  action?: ReactNode;
  role?: "alert" | "status" | undefined;
}) {
  return (
    <div role={role} className="mx-auto grid max-w-sm justify-items-center gap-2 px-4 py-12 text-center">
      {icon && <div className="mb-1 grid size-10 place-items-center rounded-full bg-sunken text-ink-3">{icon}</div>}
      <h2 className="text-lg font-bold text-balance">{title}</h2>
      <p className="text-md text-pretty text-ink-2">{text}</p>
      {action && <div className="mt-2 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
