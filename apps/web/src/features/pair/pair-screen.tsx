"use client";

import { useQuery } from "@tanstack/react-query";
import { CircleCheck, CloudOff, Link2Off, SearchX } from "lucide-react";
import { useRouter, useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import { Skeleton } from "../../components/ui/skeleton.tsx";
import { startPreloading } from "../../lazy/preload.ts";
import { outcomeOfError } from "../../trpc/outcome-of-error.ts";
import { useTrpc } from "../../trpc/provider.tsx";
import { CodeForm } from "./code-form.tsx";
import { PairForm } from "./pair-form.tsx";
import { pairStrings as strings } from "./pair.strings.ts";

/** Lets somebody signed in give a device a token: the code stands in the address, nothing happens before a press. */
export function PairScreen() {
  useEffect(startPreloading, []);
  const router = useRouter();
  const code = useSearchParams().get("code")?.trim() ?? "";
  const go = (next: string) => router.replace(next === "" ? "/pair" : `/pair?code=${encodeURIComponent(next)}`);
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto grid w-full max-w-md gap-5 px-5 pt-3 pb-12 max-sm:px-4 sm:pt-[8vh]">
        <h1 className="text-xl font-bold tracking-[-0.015em]">{strings.title}</h1>
        {code === "" ? <CodeForm onCode={go} /> : <WithCode key={code} code={code} onOther={() => go("")} />}
      </div>
    </div>
  );
}

function WithCode({ code, onOther }: { code: string; onOther: () => void }) {
  const router = useRouter();
  const trpc = useTrpc();
  const device = useQuery(trpc.pairing.find.queryOptions({ code }, { retry: false, staleTime: Infinity }));
  const [answer, setAnswer] = useState<"connected" | "denied" | "gone" | null>(null);
  const toDevices = (
    <Button tone="primary" onClick={() => router.push("/settings/devices")}>
      {strings.toDevices}
    </Button>
  );
  if (answer === "connected" || answer === "denied") {
    const isConnected = answer === "connected";
    return (
      <EmptyState
        role="status"
        icon={isConnected ? <CircleCheck size={18} aria-hidden /> : <Link2Off size={18} aria-hidden />}
        title={isConnected ? strings.connectedTitle : strings.deniedTitle}
        text={isConnected ? strings.connectedText : strings.deniedText}
        action={toDevices}
      />
    );
  }
  const isGone = answer === "gone" || (device.isError && outcomeOfError(device.error).outcome === "refused");
  if (isGone) {
    return (
      <EmptyState
        role="alert"
        icon={<SearchX size={18} aria-hidden />}
        title={strings.goneTitle}
        text={strings.goneText}
        action={<Button onClick={onOther}>{strings.otherCode}</Button>}
      />
    );
  }
  if (device.isError) {
    return (
      <EmptyState
        role="alert"
        icon={<CloudOff size={18} aria-hidden />}
        title={strings.failedTitle}
        text={strings.failedText}
        action={<Button onClick={() => void device.refetch()}>{strings.retry}</Button>}
      />
    );
  }
  if (!device.data) {
    return (
      <div role="status" aria-label={strings.looking} className="grid gap-3">
        <Skeleton className="h-5 w-56" />
        <Skeleton className="h-16" />
        <Skeleton className="h-8" />
      </div>
    );
  }
  return <PairForm code={code} deviceName={device.data.deviceName} onAnswer={setAnswer} />;
}
