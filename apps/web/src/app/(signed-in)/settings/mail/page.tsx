import { MailSettings } from "../../../../features/settings/mail/mail-settings.tsx";

export default function MailPage() {
  return <MailSettings />;
}
