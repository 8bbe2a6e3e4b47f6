import { TextArea } from "../../components/ui/text-area.tsx";
import { TextField } from "../../components/ui/text-field.tsx";
import { BothThemes } from "./both-themes.tsx";
import { designStrings as strings } from "./design.strings.ts";
import { Section } from "./section.tsx";
import { Specimen, SpecimenRow } from "./specimen.tsx";

const { sample, state } = strings;

/** What is typed into. */
export function FieldSection() {
  return (
    <Section title={strings.sections.fields}>
      <BothThemes>
        {() => (
          <SpecimenRow wide>
            <Specimen label={state.empty}>
              <TextField label={sample.name} placeholder={sample.nameValue} />
            </Specimen>
            <Specimen label={state.hint}>
              <TextField label={sample.name} defaultValue={sample.nameValue} hint={sample.nameHint} />
            </Specimen>
            <Specimen label={state.focus} shown="focus">
              <TextField label={sample.name} defaultValue={sample.nameValue} />
            </Specimen>
            <Specimen label={state.error}>
              <TextField label={sample.name} error={sample.nameError} />
            </Specimen>
            <Specimen label={state.disabled}>
              <TextField label={sample.name} defaultValue={sample.nameValue} disabled />
            </Specimen>
            <Specimen label={state.filled}>
              <TextArea aria-label={sample.notes} defaultValue={sample.notesValue} />
            </Specimen>
          </SpecimenRow>
        )}
      </BothThemes>
    </Section>
  );
}
