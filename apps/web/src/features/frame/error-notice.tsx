"use client";

import { useEffect } from "react";
import { Button } from "../../components/ui/button.tsx";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import { frameStrings } from "./frame.strings.ts";

export type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

/** Says that a screen broke, keeps the reason in the console, and offers to draw it again. */
export function ErrorNotice({ error, reset }: ErrorPageProps) {
  useEffect(() => {
    console.error(error);
  }, [error]);
  return (
    <EmptyState
      role="alert"
      title={frameStrings.errorTitle}
      text={frameStrings.errorText}
      action={
        <Button tone="primary" onClick={reset}>
          {frameStrings.reload}
        </Button>
      }
    />
  );
}
