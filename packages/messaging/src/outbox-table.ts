/** Where a side keeps what it has to tell, and how a row of it becomes an envelope (packages/events) as JSON. */
export type OutboxTable = {
  name: "event_log" | "event_outbox";
  envelope: string;
  /** Since when a row waits. */
  waitingSince: string;
  /** What else in `instance` is void when a new epoch begins there, as assignments. */
  voidWithEpoch: string;
};

/** The API's log: an envelope is put together from its columns. Instants are written as JavaScript writes them. */
export const eventLog: OutboxTable = {
  name: "event_log",
  envelope: `jsonb_build_object(
    'id', id, 'type', type, 'version', version, 'boardId', board_id, 'boardSeq', board_seq, 'epoch', (SELECT epoch FROM instance),
    'actor', actor,
    'mutationId', mutation_id, 'causationId', causation_id, 'correlationId', correlation_id, 'depth', depth,
    'occurredAt', to_char(occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'payload', payload)`,
  waitingSince: "occurred_at",
  voidWithEpoch: "",
};

/** The worker's outbox: rows are envelopes already, but for the epoch they leave in. */
export const eventOutbox: OutboxTable = {
  name: "event_outbox",
  envelope: "envelope || jsonb_build_object('epoch', (SELECT epoch FROM instance))",
  waitingSince: "created_at",
  voidWithEpoch: ", answered_report_id = NULL",
};
