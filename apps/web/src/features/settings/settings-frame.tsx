"use client";

import { usePathname } from "next/navigation";
import { type ReactNode, useEffect } from "react";
import { AppLink } from "../../components/ui/app-link.tsx";
import { classNames } from "../../components/ui/class-names.ts";
import { startPreloading } from "../../lazy/preload.ts";
import { settingsSections } from "./sections.ts";
import { settingsStrings } from "./settings.strings.ts";

/** The sections beside the one that is shown; on a phone in a row above it. */
export function SettingsFrame({ children }: { children: ReactNode }) {
  useEffect(startPreloading, []);
  const pathname = usePathname();
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="grid w-full max-w-4xl grid-cols-[11rem_minmax(0,1fr)] gap-x-8 gap-y-4 px-5 pt-3 pb-12 max-sm:grid-cols-1 max-sm:px-4">
        <h1 className="col-span-full min-h-8 text-xl font-bold tracking-[-0.015em]">{settingsStrings.title}</h1>
        <nav aria-label={settingsStrings.sections} className="min-w-0">
          <ul className="grid gap-0.5 max-sm:-mx-2.5 max-sm:flex max-sm:flex-wrap">
            {settingsSections.map(({ path, label, icon: Icon }) => {
              const isCurrent = pathname === path || pathname.startsWith(`${path}/`);
              return (
                <li key={path}>
                  <AppLink
                    href={path}
                    aria-current={isCurrent ? "page" : undefined}
                    className={classNames(
                      "flex min-h-8 items-center gap-2 rounded-m px-2 text-sm font-title whitespace-nowrap transition-colors duration-(--fast) touch:min-h-11 max-sm:px-2.5",
                      isCurrent
                        ? "bg-accent-soft text-ink"
                        : "text-ink-2 hover:bg-[color-mix(in_oklab,var(--ink)_6%,transparent)] hover:text-ink",
                    )}
                  >
                    <Icon size={14} aria-hidden className="shrink-0 max-sm:hidden" />
                    {label}
                  </AppLink>
                </li>
              );
            })}
          </ul>
        </nav>
        <div className="grid min-w-0 content-start gap-6">{children}</div>
      </div>
    </div>
  );
}
