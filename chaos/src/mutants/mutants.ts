import { captureMail } from "../scenarios/capture-mail.ts";
import { duplicatesAndDisorder } from "../scenarios/duplicates-and-disorder.ts";
import { killMatrix } from "../scenarios/kill-matrix.ts";
import { liveStreams } from "../scenarios/live-streams.ts";
import { randomKills } from "../scenarios/random-kills.ts";
import { splitMigration } from "../scenarios/split-migration.ts";
import { crowdedColumns } from "../scenarios/wip-and-order.ts";
import type { Mutant } from "./mutant.ts";

export const mutants: readonly Mutant[] = [
  {
    name: "flag-when-fetched",
    bug: "a message is flagged when it has been read, whether or not it is captured",
    scenario: captureMail,
    caughtBy: /was flagged and is no task/,
    file: "apps/worker/src/mailbox/mail.repository.ts",
    rewrites: [
      {
        from: "SELECT m.uid::float8 AS uid, mail.outcome FROM",
        to: "SELECT m.uid::float8 AS uid, 'captured' AS outcome FROM",
      },
      {
        from: "AND mail.outcome IS NOT NULL\n       AND mail.outcome <> 'quarantined' ORDER BY",
        to: "ORDER BY",
      },
    ],
  },
  {
    name: "seen-before-kept",
    bug: "that a message has been looked at is committed before the mail is kept",
    scenario: captureMail,
    cases: /^d1/,
    caughtBy: /was lost/,
    file: "apps/worker/src/mailbox/take-messages.ts",
    rewrites: [
      {
        from: "    const taken = await takeMail(storage, raw);\n",
        to: "    const taken = await takeMail(storage, raw);\n    await markSeen(pool, mailbox.id, path, place);\n",
      },
    ],
  },
  {
    name: "retry-without-key",
    bug: "a client asks again under a new key",
    scenario: randomKills,
    // Done and refused: what was asked again under the new key was no longer possible.
    caughtBy: /once per intent: .* (done [2-9]|refused, done 1)/,
    retryKey: "fresh",
  },
  {
    name: "stream-from-now",
    bug: "a live stream begins with what happens from now on, not where its client left off",
    scenario: liveStreams,
    caughtBy: /a stream told \d+ to somebody at \d+|has the board at/,
    file: "packages/api/src/sync/stream-boards.ts",
    rewrites: [
      {
        from: "  for (let from = cursor.seq + 1; from <= seq;",
        to: "  for (let from = Math.max(cursor.seq + 1, seq); from <= seq;",
      },
    ],
  },
  {
    name: "count-then-insert",
    bug: "a column's tasks are counted, and then one more is let in",
    scenario: crowdedColumns,
    caughtBy: /held \d+ of 5/,
    file: "packages/api/src/column/column.repository.ts",
    rewrites: [
      {
        from: "AND (wip_limit IS NULL OR open_tasks < wip_limit OR",
        // The count is as old as the statement: whoever waited for the column's lock meanwhile is not in it.
        to: `AND (wip_limit IS NULL OR wip_limit > (SELECT count(*) FROM task t WHERE t.column_id = "column".id
          AND t.archived_at IS NULL AND t.deleted_at IS NULL) OR`,
      },
    ],
  },
  {
    name: "effect-outside",
    bug: "the worker marks events as handled in one transaction and does what they cause after it, on another connection",
    scenario: duplicatesAndDisorder,
    caughtBy: /^disorder came to something else: projection/,
    file: "packages/messaging/src/consume-in-transaction.ts",
    rewrites: [
      {
        from: "  return inTransaction(pool, async (tx) => {\n    // Whatever",
        to: "  const looked = await inTransaction(pool, async (tx) => {\n    // Whatever",
      },
      {
        from: "    await Promise.all([order.save(), markHandled(tx, handled)]);\n    return events.length;\n  });\n",
        to: `    await Promise.all([order.save(), markHandled(tx, handled)]);
            return events.length;
          });
          const effects = await pool.connect();
          try {
            for (const handler of later.splice(0)) await handler.run(effects);
          } finally {
            effects.release();
          }
          return looked;
        `,
      },
      {
        from: "const failure = await runHandlers(tx, event, todo.handlers);",
        to: "later.push(...todo.handlers); const failure = await runHandlers(tx, event, []);",
      },
      { from: "async function settle(", to: "const later: EventHandler[] = [];\nasync function settle(" },
    ],
  },
  {
    name: "any-order",
    bug: "the worker applies a board's events as they come",
    scenario: duplicatesAndDisorder,
    caughtBy: /^disorder came to something else: projection/,
    file: "packages/messaging/src/board-order.ts",
    rewrites: [{ from: "event.boardSeq <= cursor.seq + 1) return", to: "event.boardSeq >= 0) return" }],
  },
  {
    name: "cursor-relay",
    bug: "the relay reads on from the last position it published",
    scenario: randomKills,
    caughtBy: /the bridge is complete: event .* of the api never reached the worker/,
    file: "packages/messaging/src/relay.ts",
    rewrites: [
      {
        from: "WHERE published_at IS NULL ORDER BY position LIMIT $1",
        to: `WHERE position > (SELECT coalesce(max(position), 0) FROM \${outbox.name} WHERE published_at IS NOT NULL)
                   ORDER BY position LIMIT $1`,
      },
    ],
  },
  {
    name: "answer-before-commit",
    bug: "a move is acknowledged while its COMMIT is yet to be sent",
    scenario: randomKills,
    caughtBy: /acknowledged is durable: task.move was acknowledged/,
    file: "packages/db-api/src/transaction.ts",
    rewrites: [
      {
        from: `await client.query("COMMIT");`,
        to: `isLate = true;
    setTimeout(() => client.query("COMMIT").then(() => client.release(), () => client.release(true)), 250);`,
      },
      { from: "let isBroken = false;", to: "let isBroken = false, isLate = false;" },
      { from: "client.release(isBroken);", to: "if (!isLate) client.release(isBroken);" },
    ],
  },
  {
    name: "mark-before-sending",
    bug: "the relay marks events, for good, before it has sent them",
    scenario: killMatrix,
    cases: /^kill at b1 /,
    caughtBy: /kill at b1 .* the bridge is complete: event .* never reached the worker/,
    file: "packages/messaging/src/relay.ts",
    rewrites: [
      {
        from: "    await insertThere(target, {",
        to: `await source.query(\`UPDATE \${outbox.name} SET published_at = now() WHERE position = ANY($1::bigint[])\`,
          [rows.map((row) => row.position)]);
    await insertThere(target, {`,
      },
    ],
  },
  {
    name: "progress-outside",
    bug: "a move remembers a board as brought before its rows are there",
    scenario: splitMigration,
    cases: /^chain/,
    caughtBy: /did not end well: exit [46]|not killed at .*: exit [46]/,
    file: "scripts/predecessor/sync-board.ts",
    rewrites: [
      {
        from: `  await target.query("BEGIN");
  await writeBoard(target, { plan, current, wanted, kept, people });
`,
        to: "",
      },
      {
        from: `  await target.query("COMMIT");`,
        to: `  await target.query("BEGIN");
  await writeBoard(target, { plan, current, wanted, kept, people });
  await target.query("COMMIT");`,
      },
    ],
  },
  {
    name: "no-freeze",
    bug: "writes go on through the last pass of a move and its verification",
    scenario: splitMigration,
    cases: /^chain/,
    caughtBy: /exit 6|acknowledged and lost/,
    file: "scripts/predecessor/freeze.ts",
    rewrites: [{ from: "IN SHARE MODE", to: "IN ACCESS SHARE MODE" }],
  },
  {
    name: "seal-leaves-writers",
    bug: "who is connected to the old database when a move seals it may write on",
    scenario: splitMigration,
    cases: /^chain/,
    caughtBy: /acknowledged and lost/,
    file: "scripts/predecessor/freeze.ts",
    rewrites: [{ from: "SELECT pg_terminate_backend(pid) FROM", to: "SELECT pid FROM" }],
  },
];
