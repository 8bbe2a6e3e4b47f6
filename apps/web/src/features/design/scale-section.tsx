import type { ReactNode } from "react";
import { designStrings as strings } from "./design.strings.ts";
import { BothThemes } from "./both-themes.tsx";
import { Section } from "./section.tsx";

const types = [
  ["2xs", "11", "text-2xs font-mono font-medium"],
  ["xs", "12", "text-xs"],
  ["sm", "13", "text-sm"],
  ["md", "14", "text-md font-title"],
  ["lg", "16", "text-lg font-bold"],
  ["xl", "20", "text-xl font-bold tracking-[-0.015em]"],
  ["2xl", "28", "text-2xl font-bold tracking-[-0.02em]"],
] as const;
const spaces = [1, 2, 3, 4, 5, 6, 8, 12] as const;
const radii = [
  ["s", "rounded-s"],
  ["m", "rounded-m"],
  ["l", "rounded-l"],
  ["full", "rounded-full"],
] as const;
const shadows = [
  ["1", "bg-surface shadow-1"],
  ["2", "bg-raised shadow-2"],
  ["3", "bg-raised shadow-3"],
] as const;
const moves = [
  ["fast", strings.scale.fast],
  ["medium", strings.scale.medium],
] as const;

/** Everything that is not colour: sizes, rhythm, corners, height above the paper, time. */
export function ScaleSection() {
  return (
    <Section title={strings.sections.scale}>
      <BothThemes>
        {() => (
          <>
            <Part title={strings.scale.type}>
              <ul className="grid gap-1">
                {types.map(([name, px, look]) => (
                  <li key={name} className="flex min-w-0 items-baseline gap-3">
                    <Name>{`${name} ${px}`}</Name>
                    <span className={`min-w-0 truncate ${look}`}>{strings.scale.sentence}</span>
                  </li>
                ))}
              </ul>
            </Part>
            <Part title={strings.scale.space}>
              <ul className="flex flex-wrap items-end gap-3">
                {spaces.map((step) => (
                  <li key={step} className="grid justify-items-start gap-1">
                    <i aria-hidden className="block h-3 bg-accent" style={{ width: step * 4 }} />
                    <Name>{String(step * 4)}</Name>
                  </li>
                ))}
              </ul>
            </Part>
            <div className="grid grid-cols-2 gap-6 max-sm:grid-cols-1">
              <Part title={strings.scale.radius}>
                <Tiles of={radii} base="size-12 border border-line-strong bg-surface" />
              </Part>
              <Part title={strings.scale.elevation}>
                <Tiles of={shadows} base="size-12 rounded-m" />
              </Part>
            </div>
            <Part title={strings.scale.motion}>
              <ul className="grid gap-1.5">
                {moves.map(([name, words]) => (
                  <li key={name} className="group/move flex items-center gap-3 text-sm">
                    <i
                      aria-hidden
                      style={{ transitionDuration: `var(--${name})` }}
                      className="block size-3 rounded-full bg-accent ease-out group-hover/move:translate-x-4 motion-safe:transition-transform"
                    />
                    {words}
                  </li>
                ))}
              </ul>
            </Part>
          </>
        )}
      </BothThemes>
    </Section>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="grid content-start gap-2">
      <h4 className="text-xs font-medium text-ink-2">{title}</h4>
      {children}
    </div>
  );
}

function Name({ children }: { children: string }) {
  return <span className="w-14 shrink-0 font-mono text-2xs text-ink-3">{children}</span>;
}

function Tiles({ of, base }: { of: readonly (readonly [name: string, look: string])[]; base: string }) {
  return (
    <ul className="flex flex-wrap gap-4">
      {of.map(([name, look]) => (
        <li key={name} className="grid gap-1.5">
          <i aria-hidden className={`block ${base} ${look}`} />
          <Name>{name}</Name>
        </li>
      ))}
    </ul>
  );
}
