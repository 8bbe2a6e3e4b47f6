"use client";

import { ErrorNotice, type ErrorPageProps } from "../../features/frame/error-notice.tsx";

export default function ErrorPage(props: ErrorPageProps) {
  return (
    <div className="grid min-h-0 flex-1 place-items-center">
      <ErrorNotice {...props} />
    </div>
  );
}
