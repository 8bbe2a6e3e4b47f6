/** Where the application under test listens: six ports in a row, the last two for pages and mail a test serves, chosen by whoever starts the run. */
const first = Number(process.env["KANBAN_E2E_PORT"] ?? 23_100);

export const ports = {
  ...{ web: first, api: first + 1, worker: first + 2, postgres: first + 3 },
  ...{ pages: first + 4, imap: first + 5 },
} as const;
/** A second application, for tests that kill parts of it. */
export const spareFirstPort = first + 10;

export const address = `http://localhost:${ports.web}`;
/** The API without the web server before it; what a script would talk to. */
export const apiAddress = `http://127.0.0.1:${ports.api}`;
