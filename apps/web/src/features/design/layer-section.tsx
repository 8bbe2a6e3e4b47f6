"use client";

import { Archive, Maximize2, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { CaretList, type CaretRect } from "../../components/ui/caret-list.tsx";
import { Dialog } from "../../components/ui/dialog.tsx";
import { Menu, MenuItem, MenuSeparator } from "../../components/ui/menu.tsx";
import { Popover } from "../../components/ui/popover.tsx";
import { showToast } from "../../components/ui/toast.tsx";
import { Tooltip } from "../../components/ui/tooltip.tsx";
import { designStrings } from "./design.strings.ts";
import { Section } from "./section.tsx";

const { sample } = designStrings;
const nothing = () => {};
const completions = [
  { key: "flat", label: "Flat", note: "+" },
  { key: "phone", label: "phone", note: "@" },
];

/** What opens over the page. Layers take the theme of the page, so these open once and not on both sides. */
export function LayerSection() {
  const [isPopoverOpen, setPopoverOpen] = useState(false);
  const [list, setList] = useState<CaretRect | null>(null);
  const [isDialogOpen, setDialogOpen] = useState(false);
  return (
    <Section title={designStrings.sections.layers}>
      <div className="flex flex-wrap gap-2">
        <Menu label={sample.menuName} trigger={<Button>{sample.menu}</Button>}>
          <MenuItem icon={<Maximize2 size={14} aria-hidden />} keys="Enter" onSelect={nothing}>
            {sample.openItem}
          </MenuItem>
          <MenuItem icon={<Archive size={14} aria-hidden />} keys="e" disabled onSelect={nothing}>
            {sample.archiveItem}
          </MenuItem>
          <MenuSeparator />
          <MenuItem icon={<Trash2 size={14} aria-hidden />} tone="danger" onSelect={nothing}>
            {sample.trashItem}
          </MenuItem>
        </Menu>
        <Popover
          label={sample.popoverName}
          open={isPopoverOpen}
          onOpenChange={setPopoverOpen}
          trigger={<Button>{sample.popover}</Button>}
        >
          <p className="px-2 py-1.5 text-sm text-ink-2">{sample.popoverText}</p>
        </Popover>
        <Button
          onClick={({ currentTarget }) => setList(list ? null : currentTarget.getBoundingClientRect())}
          aria-expanded={list !== null}
        >
          {sample.completions}
        </Button>
        {list && (
          <CaretList
            id="sample-completions"
            label={sample.completions}
            options={completions}
            active={0}
            rect={list}
            onTake={() => setList(null)}
            onPoint={nothing}
          />
        )}
        <Button onClick={() => setDialogOpen(true)}>{sample.dialog}</Button>
        <Button onClick={() => showToast(sample.messageText, { actions: [{ label: sample.undo, run: nothing }] })}>
          {sample.message}
        </Button>
        <Button
          onClick={() =>
            showToast(sample.failureText, { tone: "danger", actions: [{ label: sample.retry, run: nothing }] })
          }
        >
          {sample.failure}
        </Button>
        <Tooltip label={sample.tooltipText} keys="n">
          <Button>{sample.tooltip}</Button>
        </Tooltip>
      </div>
      <Dialog
        open={isDialogOpen}
        onOpenChange={setDialogOpen}
        title={sample.dialogTitle}
        description={sample.dialogText}
      >
        <div className="flex justify-end gap-2">
          <Button tone="quiet" onClick={() => setDialogOpen(false)}>
            {sample.cancel}
          </Button>
          <Button tone="danger" onClick={() => setDialogOpen(false)}>
            {sample.remove}
          </Button>
        </div>
      </Dialog>
    </Section>
  );
}
