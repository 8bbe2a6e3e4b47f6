import type { PoolClient } from "pg";
import type { ConnectionOptions } from "pg-boss";

/** pg-boss's statements are long and always the same few, one or two for each queue: planned once, they cost half. */
const names = new Map<string, string>();

/** Lets a call of pg-boss take part in a transaction of ours. */
export function bossInTransaction(tx: PoolClient): NonNullable<ConnectionOptions["db"]> {
  return {
    executeSql: (text, values) => {
      const name = names.get(text) ?? `boss-${names.size}`;
      names.set(text, name);
      return tx.query({ name, text, values: values ?? [] });
    },
  };
}
