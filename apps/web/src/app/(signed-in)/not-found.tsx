import { NotFoundNotice } from "../../features/frame/not-found-notice.tsx";

export default function NotFound() {
  return (
    <div className="grid min-h-0 flex-1 place-items-center">
      <NotFoundNotice />
    </div>
  );
}
