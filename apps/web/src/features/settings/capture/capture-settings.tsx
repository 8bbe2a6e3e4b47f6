"use client";

import { AppLink } from "../../../components/ui/app-link.tsx";
import { buttonClass } from "../../../components/ui/button.tsx";
import { SettingsPart } from "../settings-part.tsx";
import { BoardPart } from "./board-part.tsx";
import { BookmarkletPart } from "./bookmarklet-part.tsx";
import { useOrigin } from "./use-origin.ts";
import { captureSettingsStrings as strings } from "./capture-settings.strings.ts";

/** Where captures go, and the ways to capture from outside the app. */
export function CaptureSettings() {
  const origin = useOrigin();
  return (
    <>
      <BoardPart />
      <BookmarkletPart />
      <SettingsPart title={strings.share.heading} note={strings.share.note}>
        {null}
      </SettingsPart>
      <SettingsPart
        title={strings.devices.heading}
        note={strings.devices.note}
        action={
          <AppLink href="/settings/devices" className={buttonClass("outline", "touch:h-11")}>
            {strings.devices.toDevices}
          </AppLink>
        }
      >
        <dl className="grid min-w-0 gap-1 font-mono text-xs break-all text-ink-2">
          <dt className="font-sans">{strings.devices.address}</dt>
          <dd>POST {origin}/api/capture</dd>
          <dt className="font-sans">{strings.devices.headers}</dt>
          <dd>Authorization: Bearer {"<token>"}</dd>
          <dd>Content-Type: text/plain</dd>
        </dl>
        <p className="text-sm text-ink-2">{strings.devices.recipe}</p>
      </SettingsPart>
    </>
  );
}
