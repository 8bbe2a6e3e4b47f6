import { type RefObject, type SubmitEvent, useState } from "react";
import { limits } from "@kanban/domain/limits";
import { Button } from "../../components/ui/button.tsx";
import { TextField } from "../../components/ui/text-field.tsx";
import { wipStrings } from "./wip.strings.ts";

/** The last way: past the limit, for a reason that stays in the history. */
export function OverrideForm({
  field,
  isOnly,
  onReason,
}: {
  field: RefObject<HTMLInputElement | null>;
  isOnly: boolean;
  onReason: (reason: string) => void;
}) {
  const [reason, setReason] = useState("");
  const isEmpty = reason.trim() === "";
  const handleSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (isEmpty) field.current?.focus();
    else onReason(reason.trim());
  };
  return (
    <form onSubmit={handleSubmit} className="grid gap-2 border-t border-line pt-3">
      {!isOnly && <p className="text-xs font-medium text-ink-3">{wipStrings.past}</p>}
      <div className="flex items-end gap-2">
        <TextField
          ref={field}
          className="flex-1"
          label={wipStrings.reason}
          placeholder={wipStrings.placeholder}
          value={reason}
          maxLength={limits.overrideReason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button tone={isOnly ? "primary" : "outline"} type="submit" aria-disabled={isEmpty}>
          {wipStrings.override}
        </Button>
      </div>
    </form>
  );
}
