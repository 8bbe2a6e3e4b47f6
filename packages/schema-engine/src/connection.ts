import pg from "pg";

/** How to reach one database, field by field. */
export type Connection = {
  host: string;
  port: number;
  user: string;
  database: string;
  password?: string;
  ssl?: pg.ClientConfig["ssl"];
};

/**
 * Takes a connection string apart by pg's own rules (socket folders and `sslmode` included).
 * Fields and never the string itself: pg lets a connection string win over `database`, and then the scratch database
 * of `migrate dev`, which is emptied, would silently be the real one.
 */
export function readConnection(url: string): Connection {
  const parsed = new pg.Client({ connectionString: url });
  const connection: Connection = {
    host: parsed.host,
    port: parsed.port,
    user: parsed.user ?? "",
    database: parsed.database ?? "",
  };
  if (parsed.password) connection.password = parsed.password;
  if (parsed.ssl) connection.ssl = parsed.ssl as pg.ClientConfig["ssl"];
  return connection;
}
