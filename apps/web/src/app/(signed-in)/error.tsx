"use client";

import { useEffect } from "react";
import { Button } from "../../components/ui/button.tsx";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import { frameStrings } from "../../features/frame/frame.strings.ts";

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  useEffect(() => {
    console.error(error);
  }, [error]);
  return (
    <div className="grid min-h-0 flex-1 place-items-center">
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
    </div>
  );
}
