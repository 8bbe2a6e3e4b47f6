"use client";

import { useEffect } from "react";
import { Button } from "../../components/ui/button.tsx";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import { noticeStrings } from "./notice.strings.ts";

export type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

/** Says that a screen broke, keeps the reason in the console, and offers to draw it again. */
export function ErrorNotice({ error, reset }: ErrorPageProps) {
  useEffect(() => {
    console.error(error);
  }, [error]);
  return (
    <EmptyState
      role="alert"
      title={noticeStrings.errorTitle}
      text={noticeStrings.errorText}
      action={
        <Button tone="primary" onClick={reset}>
          {noticeStrings.reload}
        </Button>
      }
    />
  );
}
