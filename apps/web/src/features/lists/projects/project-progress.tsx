import { projectsStrings } from "./projects.strings.ts";

/** How much of a project is done: a thin bar beside the words. */
export function ProjectProgress({ done, all }: { done: number; all: number }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      {all > 0 && (
        <span
          aria-hidden
          className="h-1 w-16 overflow-hidden rounded-full bg-[color-mix(in_oklab,var(--ink)_10%,transparent)] forced-colors:border"
        >
          <span
            className="block h-full rounded-full bg-accent forced-colors:bg-[Highlight]"
            style={{ width: `${(100 * done) / all}%` }}
          />
        </span>
      )}
      {projectsStrings.progress(done, all)}
    </span>
  );
}
