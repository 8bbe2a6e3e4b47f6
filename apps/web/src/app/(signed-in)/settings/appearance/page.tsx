import { AppearanceSettings } from "../../../../features/settings/appearance/appearance-settings.tsx";

export default function AppearancePage() {
  return <AppearanceSettings />;
}
