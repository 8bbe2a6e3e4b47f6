"use client";

import { ErrorNotice, type ErrorPageProps } from "../features/frame/error-notice.tsx";

export default function ErrorPage(props: ErrorPageProps) {
  return (
    <main className="grid min-h-[70dvh] place-items-center">
      <ErrorNotice {...props} />
    </main>
  );
}
