"use client";

import { useEffect, useState } from "react";
import { Skeleton } from "../../../components/ui/skeleton.tsx";
import { filesStrings } from "./files.strings.ts";

/** Bytes shown of a text: some thousands of lines. */
const shownBytes = 200_000;

type Loaded = { text: string; isCut: boolean } | "failed" | null;

/** A text file as text: whatever it says, nothing of it is markup. */
export function FileText({ path }: { path: string }) {
  const [loaded, setLoaded] = useState<Loaded>(null);
  useEffect(() => {
    const controller = new AbortController();
    read(path, controller.signal).then(setLoaded, () => !controller.signal.aborted && setLoaded("failed"));
    return () => controller.abort();
  }, [path]);
  const strings = filesStrings.text;
  if (loaded === "failed")
    return (
      <p role="alert" className="p-6 text-md text-ink-2">
        {strings.failed}
      </p>
    );
  if (!loaded)
    return (
      <div role="status" aria-label={strings.loading} className="grid content-start gap-2 p-6">
        <Skeleton className="h-4 w-2/3" />
        <Skeleton className="h-4 w-1/2" />
        <Skeleton className="h-4 w-3/5" />
      </div>
    );
  return (
    <div className="min-h-0 overflow-auto p-4 focus-visible:-outline-offset-2" tabIndex={0} role="document">
      <pre className="font-mono text-sm whitespace-pre-wrap text-ink wrap-anywhere">{loaded.text}</pre>
      {loaded.isCut && <p className="mt-4 text-xs text-ink-3">{strings.cut}</p>}
    </div>
  );
}

async function read(path: string, signal: AbortSignal): Promise<Loaded> {
  const answer = await fetch(path, { signal, headers: { range: `bytes=0-${shownBytes - 1}` } });
  if (!answer.ok) return answer.status === 416 ? { text: "", isCut: false } : "failed";
  const total = Number(answer.headers.get("content-range")?.split("/")[1] ?? 0);
  return { text: await answer.text(), isCut: total > shownBytes };
}
