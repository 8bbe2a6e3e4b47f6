"use client";

import { Archive, Plus } from "lucide-react";
import { useState } from "react";
import { Avatar } from "../../components/ui/avatar.tsx";
import { Button } from "../../components/ui/button.tsx";
import { Checkbox } from "../../components/ui/checkbox.tsx";
import { IconButton } from "../../components/ui/icon-button.tsx";
import { Kbd } from "../../components/ui/kbd.tsx";
import { BothThemes } from "./both-themes.tsx";
import { designStrings as strings } from "./design.strings.ts";
import { Section } from "./section.tsx";
import { Specimen, SpecimenRow } from "./specimen.tsx";

const { sample, state } = strings;
const tones = [
  ["primary", sample.save],
  ["outline", sample.cancel],
  ["quiet", sample.cancel],
  ["danger", sample.remove],
] as const;

/** What is pressed or ticked, and the small marks beside it. */
export function ControlSection() {
  return (
    <Section title={strings.sections.controls}>
      <BothThemes>{() => <Controls />}</BothThemes>
    </Section>
  );
}

function Controls() {
  const [isOn, setOn] = useState(true);
  return (
    <>
      {tones.map(([tone, words]) => (
        <SpecimenRow key={tone}>
          <Specimen label={`${tone}, ${state.default}`}>
            <Button tone={tone}>{words}</Button>
          </Specimen>
          <Specimen label={state.hover} shown="hover">
            <Button tone={tone}>{words}</Button>
          </Specimen>
          <Specimen label={state.focus} shown="focus">
            <Button tone={tone}>{words}</Button>
          </Specimen>
          <Specimen label={state.withKey}>
            <Button tone={tone} keys="c">
              <Plus size={14} aria-hidden />
              {words}
            </Button>
          </Specimen>
          <Specimen label={state.disabled}>
            <Button tone={tone} disabled>
              {words}
            </Button>
          </Specimen>
        </SpecimenRow>
      ))}
      <SpecimenRow>
        <Specimen label={state.default}>
          <IconButton label={sample.archiveItem} keys="e">
            <Archive size={14} aria-hidden />
          </IconButton>
        </Specimen>
        <Specimen label={state.hover} shown="hover">
          <IconButton label={sample.archiveItem}>
            <Archive size={14} aria-hidden />
          </IconButton>
        </Specimen>
        <Specimen label={state.focus} shown="focus">
          <IconButton label={sample.archiveItem}>
            <Archive size={14} aria-hidden />
          </IconButton>
        </Specimen>
        <Specimen label={state.disabled}>
          <IconButton label={sample.archiveItem} disabled>
            <Archive size={14} aria-hidden />
          </IconButton>
        </Specimen>
        <Specimen label={isOn ? state.on : state.off}>
          <Checkbox checked={isOn} onChange={setOn} label={sample.task} />
        </Specimen>
        <Specimen label={state.off}>
          <Checkbox checked={false} onChange={() => {}} label={sample.task} />
        </Specimen>
        <Specimen label={state.focus} shown="focus">
          <Checkbox checked={false} onChange={() => {}} label={sample.task} />
        </Specimen>
        <Specimen label={state.disabled}>
          <Checkbox checked disabled onChange={() => {}} label={sample.task} />
        </Specimen>
        <Specimen label="Kbd">
          <Kbd>Ctrl K</Kbd>
        </Specimen>
        <Specimen label="18, 24, 28">
          <span className="flex items-center gap-1">
            <Avatar id="a" name={sample.person} />
            <Avatar id="b" name={sample.other} size={24} />
            <Avatar id="c" name={sample.person} size={28} />
          </span>
        </Specimen>
      </SpecimenRow>
    </>
  );
}
