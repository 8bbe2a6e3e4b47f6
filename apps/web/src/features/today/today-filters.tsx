import type { Energy } from "@kanban/domain/entities";
import { ChoiceRow } from "../lists/choice-row.tsx";
import { ContextChips } from "../lists/context-chips.tsx";
import { listsStrings } from "../lists/lists.strings.ts";
import { minuteChoices, type TodayAddress } from "./today-address.ts";
import { todayStrings } from "./today.strings.ts";

const minutes = [
  ...minuteChoices.map((value) => ({ value: value as number | null, label: todayStrings.minutesUpTo(value) })),
  { value: null, label: todayStrings.any },
];
const energies = [
  ...(["low", "medium"] as const).map((value) => ({
    value: value as Energy | null,
    label: listsStrings.energies[value],
  })),
  { value: null, label: todayStrings.any },
];

/** What one has to give. */
export function TodayFilters({
  address: { filter, groupBy },
  contexts,
  onChange,
}: {
  address: TodayAddress;
  /** Names there is something to do under. */
  contexts: readonly string[];
  onChange: (address: TodayAddress) => void;
}) {
  const set = (part: Partial<TodayAddress["filter"]>) => onChange({ groupBy, filter: { ...filter, ...part } });
  return (
    <section aria-label={todayStrings.filters} className="grid gap-2">
      <div className="flex flex-wrap gap-x-4 gap-y-2">
        <ChoiceRow
          label={todayStrings.minutes}
          value={filter.minutes}
          options={minutes}
          onChange={(value) => set({ minutes: value })}
        />
        <ChoiceRow
          label={todayStrings.energy}
          value={filter.energy}
          options={energies}
          onChange={(energy) => set({ energy })}
        />
      </div>
      <ContextChips names={contexts} chosen={filter.contexts} onChange={(chosen) => set({ contexts: chosen })} />
    </section>
  );
}
