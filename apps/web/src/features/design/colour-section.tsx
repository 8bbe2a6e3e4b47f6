import { labelColorSchema } from "@kanban/domain/mutations";
import { ColorDot, Tag } from "../../components/ui/tag.tsx";
import { BothThemes } from "./both-themes.tsx";
import { designStrings as strings } from "./design.strings.ts";
import { Ratio } from "./ratio.tsx";
import { Section } from "./section.tsx";

const surfaces = ["canvas", "sunken", "surface", "raised"] as const;
const texts = ["ink", "ink-2", "ink-3", "accent", "hint", "danger", "warn"] as const;
const marks = ["ok", "edge", "focus"] as const;
/** Text on its own tint. */
const tints = [
  ["accent-ink", "accent"],
  ["ink", "accent-soft"],
  ["danger", "danger-soft"],
  ["hint", "hint-soft"],
  ["warn", "warn-soft"],
] as const;
const ages = [2, 3, 4] as const;

/** Every colour token on every surface it may stand on, with its contrast. */
export function ColourSection() {
  return (
    <Section title={strings.sections.colour} note={strings.colour.note}>
      <BothThemes>
        {() => (
          <>
            <ColourTable name={strings.colour.text} inks={texts} isMark={false} />
            <ColourTable name={strings.colour.marks} inks={marks} isMark />
            <div className="grid grid-cols-[repeat(auto-fill,minmax(150px,1fr))] gap-2">
              {tints.map(([ink, surface]) => (
                <div key={surface + ink} className="grid gap-1">
                  <Ratio ink={ink} surface={surface} isMark={false} />
                  <span className="font-mono text-2xs text-ink-3">{`${ink} ${strings.colour.on} ${surface}`}</span>
                </div>
              ))}
            </div>
            <div className="flex flex-wrap items-center gap-2" aria-label={strings.colour.labels} role="group">
              {labelColorSchema.options.map((color) => (
                <span key={color} className="flex items-center gap-1">
                  <ColorDot color={color} />
                  <Tag color={color}>{color}</Tag>
                </span>
              ))}
            </div>
            <div className="flex flex-wrap gap-4" aria-label={strings.colour.age} role="group">
              {ages.map((step) => (
                <span key={step} className="flex items-center gap-2 text-xs text-ink-2">
                  <i
                    aria-hidden
                    style={{ background: `var(--age-${step})` }}
                    className="h-6 w-[3px] rounded-s forced-color-adjust-none"
                  />
                  {strings.colour.step(step)}
                </span>
              ))}
            </div>
          </>
        )}
      </BothThemes>
    </Section>
  );
}

function ColourTable({ name, inks, isMark }: { name: string; inks: readonly string[]; isMark: boolean }) {
  return (
    <table className="w-full border-separate border-spacing-1 text-left text-xs">
      <caption className="sr-only">{name}</caption>
      <thead>
        <tr>
          <th scope="col" className="sr-only">
            {name}
          </th>
          {surfaces.map((surface) => (
            <th key={surface} scope="col" className="font-mono text-2xs font-medium text-ink-3">
              {surface}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {inks.map((ink) => (
          <tr key={ink}>
            <th scope="row" className="font-mono text-2xs font-medium text-ink-3">
              {ink}
            </th>
            {surfaces.map((surface) => (
              <td key={surface}>
                <Ratio ink={ink} surface={surface} isMark={isMark} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
