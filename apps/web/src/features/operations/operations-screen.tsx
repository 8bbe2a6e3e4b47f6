"use client";

import { CloudOff, Ellipsis, History, RefreshCw, WifiOff } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import { iconButtonClass } from "../../components/ui/icon-button.tsx";
import { Menu, MenuItem } from "../../components/ui/menu.tsx";
import { useSignedInUser } from "../auth/signed-in.tsx";
import { NotFoundNotice } from "../frame/not-found-notice.tsx";
import { startPreloading } from "../../lazy/preload.ts";
import { CallError } from "../../trpc/call-error.ts";
import { readErrorData } from "../../trpc/read-error-data.ts";
import { agoShort } from "./age-words.ts";
import { BridgeCard } from "./bridge-card.tsx";
import { DecideDialog, type Question } from "./decide-dialog.tsx";
import { DecisionList } from "./decision-list.tsx";
import { FailureList } from "./failure-list.tsx";
import { OperationsSkeleton } from "./operations-skeleton.tsx";
import { operationsStrings as strings } from "./operations.strings.ts";
import { AgentTable } from "./agent-table.tsx";
import { QueueTable } from "./queue-table.tsx";
import { SetAsideTable } from "./set-aside-table.tsx";
import { StandingErrors } from "./standing-errors.tsx";
import { useOperations } from "./use-operations.ts";
import { WorkerLine } from "./worker-line.tsx";

/** How the instance is, for its administrators; for anybody else there is no such page. */
export function OperationsScreen() {
  useEffect(startPreloading, []);
  const user = useSignedInUser();
  // Unknown for a browser that remembers somebody from before: then the API says.
  if (user?.isAdmin === false) return <Nothing />;
  return <Operations />;
}

function Nothing() {
  return (
    <div className="grid min-h-0 flex-1 place-items-center">
      <NotFoundNotice />
    </div>
  );
}

function Operations() {
  const { status, isPatient } = useOperations();
  const [question, setQuestion] = useState<Question | null>(null);
  const asideHeading = useRef<HTMLHeadingElement>(null);
  const { data } = status;
  const isKnown = data !== undefined;

  useEffect(() => {
    if (isKnown) document.title = `${strings.title} · Personal Kanban`;
  }, [isKnown]);

  if (status.error instanceof CallError && readErrorData(status.error.data)?.httpStatus === 404) return <Nothing />;
  const retry = <Button onClick={() => void status.refetch()}>{strings.retry}</Button>;
  const isOffline = status.fetchStatus === "paused";
  const finish = () => {
    setQuestion(null);
    void status.refetch();
  };

  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="grid w-full max-w-5xl gap-6 px-5 pt-3 pb-12 max-sm:px-4">
        <header className="-mb-3 flex min-h-8 items-center justify-between gap-3">
          <h1 className="text-xl font-bold tracking-[-0.015em]">{strings.title}</h1>
          {data && <MoreMenu onAsk={setQuestion} />}
        </header>
        {!data && status.isPending && !isOffline && <OperationsSkeleton />}
        {!data && isOffline && (
          <EmptyState
            role="status"
            icon={<WifiOff size={18} aria-hidden />}
            title={strings.offlineTitle}
            text={strings.offlineText}
            action={retry}
          />
        )}
        {!data && status.isError && !isOffline && (
          <EmptyState
            role="alert"
            icon={<CloudOff size={18} aria-hidden />}
            title={strings.failedTitle}
            text={strings.failedText}
            action={retry}
          />
        )}
        {data && (
          <>
            <div className="grid gap-1">
              {(status.isError || isOffline) && (
                <StaleNote>
                  {strings.stale(agoShort(new Date(status.dataUpdatedAt).toISOString(), new Date().toISOString()))}{" "}
                </StaleNote>
              )}
              <WorkerLine status={data} isPatient={isPatient} />
            </div>
            <div className="grid gap-4 lg:grid-cols-2">
              <BridgeCard
                title={strings.toWorker}
                from={data.api.outbox}
                to={data.worker.report?.bridge.inbox ?? null}
              />
              <BridgeCard title={strings.toApi} from={data.worker.report?.bridge.outbox ?? null} to={data.api.inbox} />
            </div>
            <StandingErrors api={data.api} worker={data.worker} />
            <QueueTable report={data.worker.report} />
            <AgentTable report={data.worker.report} />
            <SetAsideTable
              status={data}
              headingRef={asideHeading}
              onDecide={(operation, what) => setQuestion({ operation, what })}
            />
            <div className="grid gap-6 lg:grid-cols-2 lg:gap-4">
              <FailureList status={data} />
              <DecisionList status={data} />
            </div>
          </>
        )}
      </div>
      <DecideDialog
        question={question}
        afterDecision={asideHeading}
        onClose={() => setQuestion(null)}
        onDecided={finish}
      />
    </div>
  );
}

function StaleNote({ children }: { children: ReactNode }) {
  return (
    <p role="status" className="text-sm text-warn">
      {children}
    </p>
  );
}

function MoreMenu({ onAsk }: { onAsk: (question: Question) => void }) {
  return (
    <Menu
      align="end"
      label={strings.more}
      trigger={
        <button type="button" aria-label={strings.more} className={iconButtonClass()}>
          <Ellipsis size={14} aria-hidden />
        </button>
      }
    >
      <MenuItem
        icon={<RefreshCw size={14} aria-hidden />}
        onSelect={() => onAsk({ operation: { action: "rebuild-projections", side: "worker" }, what: null })}
      >
        {strings.rebuild}
      </MenuItem>
      <MenuItem
        icon={<History size={14} aria-hidden />}
        onSelect={() => onAsk({ operation: { action: "begin-epoch", side: "api" }, what: null })}
      >
        {strings.beginEpoch}
      </MenuItem>
    </Menu>
  );
}
