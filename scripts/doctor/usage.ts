export const usage = `Usage: pnpm run doctor [--json]
       pnpm run doctor redrive api|worker <event id> --reason "…"
       pnpm run doctor discard api|worker <event id> --reason "…"
       pnpm run doctor discard job <job id> --reason "…"
       pnpm run doctor retry <job id> --reason "…"
       pnpm run doctor rebuild --reason "…"
       pnpm run doctor begin-epoch --reason "…"

Looks at both databases of a running or stopped installation and says how they are: reachable, of this version's schema,
and what waits, fails or was set aside on either side. With a command it decides about something that was set aside,
as an administrator does on the operations page. The decision is written down with its reason; the worker does its part
when it hears of it, also when it is started later.

  redrive      an event that was set aside is handled once more
  discard      an event or a job that was set aside is left for good
  retry        a job that failed for good is run once more
  rebuild      what the worker knows of the boards is built anew
  begin-epoch  the API's database was restored in a way nobody can notice, such as a copied data folder
  --reason     why, in 3 to 500 characters; whoever looks later will read it
  --json       everything as JSON, for scripts
  --help       this text

The databases are those of API_DATABASE_URL and WORKER_DATABASE_URL (also from .env), else the embedded PostgreSQL,
which is started for the moment when it does not run.

Exit codes:
  0  all is well; or the decision is written
  1  something wants attention; or what was decided about is not set aside any more
  2  something has failed, or could not be asked; or the command is wrong`;
