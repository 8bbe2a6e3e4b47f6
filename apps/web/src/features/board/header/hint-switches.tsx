import { foldRule } from "@kanban/domain/hint/fold-hints";
import { type HintKind, hintKinds } from "@kanban/domain/hint/hint-kinds";
import type { HintSwitches } from "@kanban/domain/hint/hint-switches";
import { Checkbox } from "../../../components/ui/checkbox.tsx";
import { hintKindWords } from "../../task/hints/hint-kind-words.ts";
import { strings } from "../board.strings.ts";

const texts = strings.settings.hints;

/** Which hints a board wants: all of them or none, and each kind for itself. */
export function HintSwitchFields({
  switches,
  folded,
  onChange,
}: {
  switches: Pick<HintSwitches, "isOn" | "off">;
  folded: readonly HintKind[];
  onChange: (switches: Pick<HintSwitches, "isOn" | "off">) => void;
}) {
  const { isOn, off } = switches;
  const turn = (kind: HintKind, isWanted: boolean) =>
    onChange({ isOn, off: isWanted ? off.filter((other) => other !== kind) : [...off, kind] });
  const isFoldedOff = folded.some((kind) => off.includes(kind));
  return (
    <fieldset className="grid gap-2 border-t border-line pt-3">
      <legend className="sr-only">{texts.title}</legend>
      <SwitchRow label={texts.title} checked={isOn} onChange={(next) => onChange({ isOn: next, off })} isStrong />
      <p className="text-xs text-ink-3">{texts.note}</p>
      {isOn && (
        <div className="grid grid-cols-2 gap-x-4 max-sm:grid-cols-1">
          {hintKinds.map((kind) => (
            <SwitchRow
              key={kind}
              label={hintKindWords[kind]}
              note={folded.includes(kind) && off.includes(kind) ? texts.folded : undefined}
              checked={!off.includes(kind)}
              onChange={(next) => turn(kind, next)}
            />
          ))}
        </div>
      )}
      {isOn && isFoldedOff && <p className="text-xs text-ink-3">{texts.foldedNote(foldRule.answers)}</p>}
    </fieldset>
  );
}

function SwitchRow({
  label,
  note,
  checked,
  onChange,
  isStrong = false,
}: {
  label: string;
  note?: string | undefined;
  checked: boolean;
  onChange: (checked: boolean) => void;
  isStrong?: boolean;
}) {
  return (
    <label className="flex min-h-8 items-center gap-2 text-sm touch:min-h-11">
      <Checkbox label={label} checked={checked} onChange={onChange} />
      <span className={isStrong ? "font-medium text-ink" : "text-ink-2"}>{label}</span>
      {note && <span className="text-xs text-ink-3">{note}</span>}
    </label>
  );
}
