import path from "node:path";
import { areClientsCurrent, generateClients } from "../prisma/generate.ts";
import { dataFolder, localDataDir } from "../prisma/open-databases.ts";
import { DATABASE_SIDES, PROJECT_ROOT } from "../prisma/database-side.ts";
import { deploy } from "../prisma/deploy.ts";
import { buildWeb, nextProgram, WEB_FOLDER, WEB_SERVER } from "./build-web.ts";
import { choosePorts } from "./choose-port.ts";
import { prepareDatabases } from "./prepare-databases.ts";
import { forgetInstance, recordInstance, takeOver } from "./running-instance.ts";
import { readOrCreateSecret } from "./secret.ts";
import { seedDemo } from "./seed-demo.ts";
import { serviceEnvironments, webAddress } from "./service-env.ts";
import { startService, type Service } from "./service.ts";
import { installShutdown, type Shutdown } from "./shutdown.ts";
import { step } from "./step.ts";
import { waitUntilHealthy } from "./wait-until-healthy.ts";

/**
 * Brings up the whole application and returns when it answers; it then runs until a signal comes or a process dies.
 * `watch` restarts api and worker when their files change and serves the web app from its sources.
 */
export async function runApplication({ watch }: { watch: boolean }): Promise<void> {
  const data = dataFolder();
  try {
    await takeOver(data);
  } catch (error) {
    console.error(`  ${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  }
  const shutdown = installShutdown(() => forgetInstance(data));
  try {
    await bringUp(watch, data, shutdown);
  } catch (error) {
    // A failure while we already stop is only an echo of the stop.
    if (!shutdown.isStopping()) console.error(`\n  ${error instanceof Error ? error.message : String(error)}\n`);
    await shutdown.stop(1);
  }
}

async function bringUp(watch: boolean, data: string, shutdown: Shutdown): Promise<void> {
  const env = process.env;
  const logFolder = path.join(data, "logs");

  if (!areClientsCurrent())
    await step("prisma", async () => {
      await generateClients({ capture: true });
      return "both clients generated";
    });

  const chosen = await choosePorts(
    {
      web: { variable: "WEB_PORT", usual: 3000 },
      api: { variable: "API_PORT", usual: 3001 },
      worker: { variable: "WORKER_PORT", usual: 3002 },
    },
    env,
  );
  const ports = { web: chosen.web.port, api: chosen.api.port, worker: chosen.worker.port };
  const address = webAddress(ports);
  const buildEnv = { ...env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" } as Record<string, string>;
  // The longest step of a first start needs no database: it runs beside the next ones.
  const build = watch ? Promise.resolve() : step("web build", () => buildWeb(buildEnv, logFolder));
  build.catch(() => {});

  let databases!: Awaited<ReturnType<typeof prepareDatabases>>;
  await step("postgresql", async () => {
    databases = await prepareDatabases(env);
    shutdown.last("postgresql", () => databases.stop());
    void databases.ended.then(() =>
      shutdown.failed(`PostgreSQL has ended unexpectedly. Its log is ${localDataDir()}/postgres.log`),
    );
    return databases.remark;
  });
  for (const side of DATABASE_SIDES) {
    await step(`migrate ${side}`, async () => {
      const url = side === "api" ? databases.apiDatabaseUrl : databases.workerDatabaseUrl;
      const applied = await deploy(side, url, databases.isEmbedded ? {} : env);
      return applied.length === 0 ? "up to date" : `applied ${applied.join(", ")}`;
    });
  }
  const environments = serviceEnvironments({
    env,
    databases,
    ports,
    authSecret: readOrCreateSecret(data, "auth-secret"),
    mailboxKey: readOrCreateSecret(data, "mailbox-key"),
    nodeEnv: watch ? "development" : "production",
    compileCache: path.join(data, "compile-cache"),
    attachments: path.join(data, "attachments"),
  });
  await build;
  // After the build: loading ninety days in one transaction beside it would run into the transaction's time limit.
  if (databases.isEmbedded) await step("demo", () => seedDemo(data, logFolder, environments.seed));

  const services: Service[] = [];
  const run = (name: "api" | "worker" | "web", cwd: string, args: string[]) => {
    const service = startService({ name, args, cwd, env: environments[name], logFolder });
    services.push(service);
    shutdown.supervise(service);
    recordInstance(
      data,
      address,
      services.map(({ pid }) => pid),
    );
    return service;
  };
  const watching = watch ? ["--watch", "--watch-preserve-output"] : [];
  const api = run("api", path.join(PROJECT_ROOT, "apps/api"), [
    ...watching,
    path.join(PROJECT_ROOT, "apps/api/src/main.ts"),
  ]);
  const worker = run("worker", path.join(PROJECT_ROOT, "apps/worker"), [
    ...watching,
    path.join(PROJECT_ROOT, "apps/worker/src/main.ts"),
  ]);
  const next = [nextProgram(), "dev", "--hostname", "127.0.0.1", "--port", String(ports.web)];
  const web = run("web", WEB_FOLDER, watch ? next : [WEB_SERVER]);
  await Promise.all([
    step("api", () =>
      waitUntilHealthy(api, `http://127.0.0.1:${ports.api}/readyz`).then(
        () => `127.0.0.1:${ports.api} ${chosen.api.remark}`,
      ),
    ),
    step("worker", () =>
      waitUntilHealthy(worker, `http://127.0.0.1:${ports.worker}/readyz`).then(
        () => `127.0.0.1:${ports.worker} ${chosen.worker.remark}`,
      ),
    ),
    step("web", () =>
      waitUntilHealthy(web, `http://127.0.0.1:${ports.web}/`).then(() => `127.0.0.1:${ports.web} ${chosen.web.remark}`),
    ),
  ]);
  console.log(
    `\n  Logs are in ${path.relative(PROJECT_ROOT, logFolder) || logFolder}. Ctrl-C stops everything.\n\n  ${address}`,
  );
}
