"use client";

import { Bookmark } from "lucide-react";
import { useCallback, useState } from "react";
import { buttonClass } from "../../../components/ui/button.tsx";
import { CopyField } from "../devices/copy-field.tsx";
import { SettingsPart } from "../settings-part.tsx";
import { bookmarkletOf } from "./bookmarklet.ts";
import { useOrigin } from "./use-origin.ts";
import { captureSettingsStrings } from "./capture-settings.strings.ts";

const strings = captureSettingsStrings.bookmarklet;

/** The bookmark to drag away. */
export function BookmarkletPart() {
  const origin = useOrigin();
  const [wasPressed, setPressed] = useState(false);
  const address = origin === null ? null : bookmarkletOf(origin);
  // React gives no link an address that is a script; here nobody's press runs it, it is dragged away.
  const link = useCallback(
    (element: HTMLAnchorElement) => {
      if (address === null) return;
      element.setAttribute("href", address);
      const refuse = (event: MouseEvent) => {
        event.preventDefault();
        setPressed(true);
      };
      element.addEventListener("click", refuse);
      return () => element.removeEventListener("click", refuse);
    },
    [address],
  );
  if (address === null) return null;
  return (
    <SettingsPart title={strings.heading} note={strings.note}>
      <p className="flex flex-wrap items-center gap-3">
        <a ref={link} href="#bookmark" className={buttonClass("outline", "cursor-grab touch:h-11")}>
          <Bookmark size={14} aria-hidden />
          {strings.link}
        </a>
        <span role="status" className="text-sm text-ink-2">
          {wasPressed && strings.pressed}
        </span>
      </p>
      <CopyField label={strings.copyLabel} value={address} />
    </SettingsPart>
  );
}
