import { NotFoundNotice } from "../features/frame/not-found-notice.tsx";

export default function NotFound() {
  return (
    <main className="grid min-h-[70dvh] place-items-center">
      <NotFoundNotice />
    </main>
  );
}
