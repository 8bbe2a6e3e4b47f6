import { SIDE_FILES, type DatabaseSide } from "./database-side.ts";

/**
 * The database URL an environment gives for one side, or undefined. The API's older name DATABASE_URL still counts,
 * with a warning.
 * @throws an error that names the variable when the value is not a PostgreSQL URL.
 */
export function readDatabaseUrl(
  side: DatabaseSide,
  env: Record<string, string | undefined>,
  warn: (text: string) => void = console.warn,
): string | undefined {
  const { variable } = SIDE_FILES[side];
  const isOldName = side === "api" && !env[variable] && Boolean(env["DATABASE_URL"]);
  const name = isOldName ? "DATABASE_URL" : variable;
  const value = env[name];
  if (!value) return undefined;
  if (isOldName) warn("DATABASE_URL is the old name: please set API_DATABASE_URL instead.");
  // The value may hold a password and is never repeated.
  if (!URL.canParse(value) || !/^postgres(ql)?:$/.test(new URL(value).protocol)) {
    throw new Error(`${name} is not a PostgreSQL URL. It looks like postgresql://user:password@host:5432/database`);
  }
  return value;
}
