import { CaptureSettings } from "../../../../features/settings/capture/capture-settings.tsx";

export default function CapturePage() {
  return <CaptureSettings />;
}
