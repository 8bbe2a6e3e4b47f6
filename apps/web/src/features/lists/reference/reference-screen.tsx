"use client";

import { Archive, CloudOff, Search, SearchX, WifiOff } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { limits } from "@kanban/domain/limits";
import { Button } from "../../../components/ui/button.tsx";
import { EmptyState } from "../../../components/ui/empty-state.tsx";
import { fieldClass } from "../../../components/ui/text-field.tsx";
import { startPreloading } from "../../../lazy/preload.ts";
import { frameStrings } from "../../frame/frame.strings.ts";
import { useShortcuts } from "../../keyboard/use-shortcuts.ts";
import { ListSkeleton } from "../list-skeleton.tsx";
import { listsStrings } from "../lists.strings.ts";
import { useListUndo } from "../use-list-undo.ts";
import { useRowKeys } from "../use-row-keys.ts";
import { ReferenceRow } from "./reference-row.tsx";
import { referenceStrings } from "./reference.strings.ts";
import { useReference } from "./use-reference.ts";
import { useSettled } from "../../search/use-settled.ts";

/** What asks for no action and is kept to be looked up, of all boards. */
export function ReferenceScreen() {
  useEffect(startPreloading, []);
  useListUndo();
  const params = useSearchParams();
  const [typed, setTyped] = useState(params.get("q") ?? "");
  const query = useSettled(typed.trim());
  useEffect(() => {
    history.replaceState(history.state, "", query === "" ? location.pathname : `?q=${encodeURIComponent(query)}`);
  }, [query]);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const reference = useReference(query);
  const { entries, bringBack } = reference;
  const actsOf = (id: string) => {
    const entry = entries.find(({ taskId }) => taskId === id);
    if (!entry?.canEdit) return [];
    return [{ label: "", icon: null, command: "row-activate", run: () => bringBack(entry) } as const];
  };
  const keys = useRowKeys(list, ["row-activate"], actsOf, entries.length);
  useShortcuts({ search: () => field.current?.focus() });
  const title = frameStrings.listNames.reference;
  if (reference.isPending && !reference.isOffline) return <ListSkeleton title={title} />;
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="grid w-full max-w-3xl grid-cols-[minmax(0,1fr)] gap-3 px-5 pt-3 pb-16 max-sm:px-4">
        <header className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-2">
          <h1 className="text-xl font-bold tracking-[-0.015em]">{title}</h1>
          <p role="status" className="text-sm text-ink-3">
            {entries.length > 0 && referenceStrings.counts(entries.length, reference.hasMore)}
          </p>
        </header>
        {(entries.length > 0 || typed !== "") && (
          <div className="relative">
            <Search size={14} aria-hidden className="absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-3" />
            <input
              ref={field}
              type="text"
              role="searchbox"
              aria-label={referenceStrings.find}
              placeholder={referenceStrings.find}
              value={typed}
              maxLength={limits.searchQuery}
              autoComplete="off"
              enterKeyHint="search"
              onChange={(event) => setTyped(event.currentTarget.value)}
              className={`${fieldClass} pl-8!`}
            />
          </div>
        )}
        {entries.length === 0 && <Nothing reference={reference} query={query} />}
        {entries.length > 0 && (
          <ul ref={list} onFocus={keys.onFocus} className="rounded-l border border-line bg-surface shadow-1">
            {entries.map((entry) => (
              <ReferenceRow key={entry.taskId} entry={entry} onBringBack={() => bringBack(entry)} />
            ))}
          </ul>
        )}
        {reference.hasMore && (
          <div className="grid justify-items-center">
            <Button onClick={reference.showMore}>{referenceStrings.more}</Button>
          </div>
        )}
      </div>
    </div>
  );
}

function Nothing({ reference, query }: { reference: ReturnType<typeof useReference>; query: string }): ReactNode {
  const retry = <Button onClick={reference.retry}>{listsStrings.retry}</Button>;
  if (reference.isOffline)
    return (
      <EmptyState
        role="status"
        icon={<WifiOff size={18} aria-hidden />}
        title={referenceStrings.offlineTitle}
        text={referenceStrings.offlineText}
        action={retry}
      />
    );
  if (reference.isError)
    return (
      <EmptyState
        role="alert"
        icon={<CloudOff size={18} aria-hidden />}
        title={referenceStrings.failedTitle}
        text={listsStrings.failedText}
        action={retry}
      />
    );
  if (query !== "")
    return (
      <EmptyState
        icon={<SearchX size={18} aria-hidden />}
        title={referenceStrings.noneTitle(query)}
        text={referenceStrings.noneText}
      />
    );
  return (
    <EmptyState
      icon={<Archive size={18} aria-hidden />}
      title={referenceStrings.emptyTitle}
      text={referenceStrings.emptyText}
    />
  );
}
