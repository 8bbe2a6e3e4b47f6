import { DevicesSettings } from "../../../../features/settings/devices/devices-settings.tsx";

export default function DevicesPage() {
  return <DevicesSettings />;
}
