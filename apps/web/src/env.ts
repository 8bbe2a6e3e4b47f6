/** What the web server reads from its environment. */
export type WebEnv = {
  /** Where the API server listens, e.g. `http://127.0.0.1:3001`. */
  apiOrigin: string;
  isDevelopment: boolean;
};

/** Reads the environment at run time, so that one build serves every installation; throws naming a wrong variable. */
export function readWebEnv(source: NodeJS.ProcessEnv = process.env): WebEnv {
  const apiOrigin = source["API_ORIGIN"] ?? "http://127.0.0.1:3001";
  if (!URL.canParse(apiOrigin) || !/^https?:$/.test(new URL(apiOrigin).protocol)) {
    throw new Error(`API_ORIGIN must be an http(s) address such as http://127.0.0.1:3001, not "${apiOrigin}"`);
  }
  return { apiOrigin, isDevelopment: source.NODE_ENV === "development" };
}
