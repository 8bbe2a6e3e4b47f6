"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { ApiOutputs } from "../../../trpc/app-router.ts";
import { useTrpc } from "../../../trpc/provider.tsx";

export type ShownMailbox = ApiOutputs["mailbox"]["list"]["mailboxes"][number];
export type WaitingMail = ApiOutputs["quarantine"]["list"][number];

/** While somebody looks on, a connection that is being tried shows within this. */
const lookMs = 2_000;

/** The person's mailboxes and what waits of them, as they are while the page is looked at. */
export function useMail() {
  const trpc = useTrpc();
  const queryClient = useQueryClient();
  const list = trpc.mailbox.list.queryOptions(undefined, { staleTime: 0, refetchInterval: lookMs });
  const mailboxes = useQuery(list);
  const waiting = mailboxes.data?.waiting ?? 0;
  const waitingList = trpc.quarantine.list.queryOptions(undefined, { staleTime: 0, enabled: waiting > 0 });
  // How many wait is part of what is asked: another number asks anew.
  const quarantine = useQuery({ ...waitingList, queryKey: [...waitingList.queryKey, waiting] as never });
  return {
    mailboxes,
    waiting,
    quarantine,
    reload: async () => {
      await queryClient.invalidateQueries({ queryKey: list.queryKey });
      await queryClient.invalidateQueries({ queryKey: waitingList.queryKey });
    },
  };
}
