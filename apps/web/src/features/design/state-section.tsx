import { LayoutGrid, TriangleAlert } from "lucide-react";
import { Button } from "../../components/ui/button.tsx";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import { Skeleton } from "../../components/ui/skeleton.tsx";
import { BothThemes } from "./both-themes.tsx";
import { designStrings as strings } from "./design.strings.ts";
import { Section } from "./section.tsx";

const { sample } = strings;

/** What stands where something is missing. */
export function StateSection() {
  return (
    <Section title={strings.sections.states}>
      <BothThemes>
        {() => (
          <>
            <EmptyState
              icon={<LayoutGrid size={18} aria-hidden />}
              title={sample.emptyTitle}
              text={sample.emptyText}
              action={<Button tone="primary">{sample.newBoard}</Button>}
            />
            <EmptyState
              icon={<TriangleAlert size={18} aria-hidden />}
              title={sample.failedTitle}
              text={sample.failedText}
              action={<Button tone="primary">{sample.retry}</Button>}
            />
            <div className="grid gap-2 rounded-m bg-surface p-3 shadow-1">
              <Skeleton className="h-3.5 w-4/5" />
              <Skeleton className="h-3 w-2/5" />
            </div>
          </>
        )}
      </BothThemes>
    </Section>
  );
}
