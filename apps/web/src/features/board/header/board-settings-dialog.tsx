"use client";

import { type SubmitEvent, useState } from "react";
import type { Board } from "@kanban/domain/entities";
import type { HintSwitches } from "@kanban/domain/hint/hint-switches";
import { limits } from "@kanban/domain/limits";
import { mutationInputs } from "@kanban/domain/mutations";
import type { WipPolicy } from "@kanban/domain/wip";
import { wipPolicySchema } from "@kanban/domain/wip-policy-schema";
import { Button } from "../../../components/ui/button.tsx";
import { Dialog } from "../../../components/ui/dialog.tsx";
import { TextField } from "../../../components/ui/text-field.tsx";
import { strings } from "../board.strings.ts";
import { useBoardPart, useScreen, useScreenPart } from "../state/screen.tsx";
import { HintSwitchFields } from "./hint-switches.tsx";
import { SelectField } from "./select-field.tsx";

const texts = strings.settings;
const keySchema = mutationInputs["board.update"].shape.key.unwrap();
const policies = wipPolicySchema.options.map((value) => ({ value, label: texts.policies[value] }));

/** The board's name, key, what happens when a column is full, and which hints it wants. */
export function BoardSettingsDialog() {
  const { store } = useScreen();
  const isOpen = useScreenPart(({ dialog }) => dialog?.kind === "settings");
  const board = useBoardPart((view) => view.board);
  const close = () => store.set({ dialog: null });
  return (
    <Dialog open={isOpen} onOpenChange={(open) => !open && close()} title={texts.title}>
      <SettingsForm board={board} onDone={close} />
    </Dialog>
  );
}

function SettingsForm({ board, onDone }: { board: Board; onDone: () => void }) {
  const screen = useScreen();
  const [name, setName] = useState(board.name);
  const [key, setKey] = useState(board.key);
  const [wipPolicy, setWipPolicy] = useState<WipPolicy>(board.wipPolicy);
  const [hints, setHints] = useState<Pick<HintSwitches, "isOn" | "off">>({
    isOn: board.hints.isOn,
    off: board.hints.off,
  });
  const isKeyWrong = !keySchema.safeParse(key).success;
  const handleSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (isKeyWrong || name.trim() === "") return;
    const isRefused = screen.mutate("board.update", { name: name.trim(), key, wipPolicy, hints }).refused !== null;
    if (!isRefused) onDone();
  };
  return (
    <form onSubmit={handleSubmit} noValidate className="grid gap-4">
      <TextField
        label={texts.name}
        value={name}
        maxLength={limits.name}
        required
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextField
        label={texts.key}
        value={key}
        maxLength={limits.boardKey}
        hint={texts.keyHint}
        error={isKeyWrong ? texts.keyError : undefined}
        onChange={(event) => setKey(event.currentTarget.value.toUpperCase())}
      />
      <SelectField label={texts.policy} value={wipPolicy} options={policies} onChange={setWipPolicy} />
      <HintSwitchFields switches={hints} folded={board.hints.folded} onChange={setHints} />
      <div className="flex justify-end gap-2">
        <Button tone="quiet" onClick={onDone}>
          {texts.cancel}
        </Button>
        <Button tone="primary" type="submit">
          {texts.save}
        </Button>
      </div>
    </form>
  );
}
