"use client";

import { useEffect, useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { isDemoAvailable, signInToDemo } from "./auth-api.ts";
import type { AuthProblem } from "./auth-problem.ts";
import { authStrings } from "./auth.strings.ts";

/** The way into the demo, shown only where the server offers one. */
export function DemoEntry({
  onProblem,
  onEntered,
}: {
  onProblem: (problem: AuthProblem) => void;
  onEntered: () => void;
}) {
  const [isOffered, setOffered] = useState(false);
  const [isBusy, setBusy] = useState(false);

  useEffect(() => {
    let isCurrent = true;
    void isDemoAvailable().then((available) => isCurrent && setOffered(available));
    return () => {
      isCurrent = false;
    };
  }, []);

  if (!isOffered) return null;

  const handleOpen = async () => {
    setBusy(true);
    const problem = await signInToDemo();
    if (!problem) return onEntered();
    setBusy(false);
    onProblem(problem);
  };

  return (
    <div className="grid gap-2 border-t border-line pt-5">
      <Button disabled={isBusy} aria-busy={isBusy} className="h-9 touch:h-12" onClick={() => void handleOpen()}>
        {authStrings.openDemo}
      </Button>
      <p className="text-xs text-pretty text-ink-3">{authStrings.demoNote}</p>
    </div>
  );
}
