// No Docker engine is needed to know that docker-compose.yml, the Dockerfile, env.template and the scripts agree.
import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { PROJECT_ROOT } from "./prisma/database-side.ts";

const read = (file: string) => readFileSync(path.join(PROJECT_ROOT, file), "utf8");

/** The part of the compose specification this project uses; anything else is a typing error until it is added here. */
const serviceSchema = z.strictObject({
  image: z.string().optional(),
  build: z.strictObject({ context: z.literal("."), dockerfile: z.string(), target: z.string() }).optional(),
  restart: z.enum(["no", "unless-stopped"]),
  init: z.boolean().optional(),
  read_only: z.boolean().optional(),
  tmpfs: z.array(z.string()).optional(),
  shm_size: z.string().optional(),
  cap_drop: z.array(z.string()).optional(),
  security_opt: z.array(z.string()).optional(),
  stop_grace_period: z.string().optional(),
  profiles: z.array(z.string()).optional(),
  networks: z.array(z.enum(["front", "back"])),
  environment: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  healthcheck: z
    .strictObject({
      test: z.array(z.string()).min(2),
      interval: z.string(),
      timeout: z.string(),
      retries: z.number(),
      start_period: z.string().optional(),
    })
    .optional(),
  depends_on: z
    .record(z.string(), z.strictObject({ condition: z.enum(["service_healthy", "service_completed_successfully"]) }))
    .default({}),
});
const composeSchema = z.strictObject({
  name: z.string(),
  "x-postgres": z.unknown(),
  "x-node": z.unknown(),
  "x-files": z.unknown(),
  services: z.record(z.string(), serviceSchema),
  networks: z.record(z.string(), z.null()),
  volumes: z.record(z.string(), z.null()),
});

const text = read("docker-compose.yml");
const { services, ...compose } = composeSchema.parse(parse(text, { merge: true }));
const service = (name: string) => services[name] ?? expect.unreachable(`no service ${name}`);
const ours = ["migrate", "api", "worker", "web"];

describe("docker-compose.yml", () => {
  test("has two databases of their own, on ports and volumes of their own", () => {
    expect(service("postgres-api")).toMatchObject({
      environment: { POSTGRES_DB: "kanban_api" },
      ports: ["127.0.0.1:5432:5432"],
    });
    expect(service("postgres-worker")).toMatchObject({
      environment: { POSTGRES_DB: "kanban_worker" },
      ports: ["127.0.0.1:5433:5432"],
    });
    const dataOf = (name: string) => service(name).volumes.find((volume) => volume.endsWith(":/var/lib/postgresql"));
    expect([dataOf("postgres-api"), dataOf("postgres-worker")]).toEqual([
      "postgres-api:/var/lib/postgresql",
      "postgres-worker:/var/lib/postgresql",
    ]);
    expect(Object.keys(compose.volumes)).toEqual(["postgres-api", "postgres-worker", "ollama", "attachments"]);
  });

  test("starts in order of health: databases, migration, api and worker, web", () => {
    const order = Object.fromEntries(
      ours.map((name) => [
        name,
        Object.entries(service(name).depends_on).map(([on, { condition }]) => `${on} ${condition}`),
      ]),
    );
    expect(order).toEqual({
      migrate: ["postgres-api service_healthy", "postgres-worker service_healthy"],
      api: ["migrate service_completed_successfully"],
      worker: ["migrate service_completed_successfully"],
      web: ["api service_healthy", "worker service_healthy"],
    });
  });

  test("everything that runs on has a health check", () => {
    const without = Object.entries(services).filter(([, { healthcheck }]) => !healthcheck);
    expect(without.map(([name]) => name)).toEqual(["migrate"]);
  });

  test("only the web app is reachable from other machines", () => {
    for (const [name, { ports }] of Object.entries(services)) {
      if (name !== "web") for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
    }
  });

  test("the worker knows one way into kanban_api, its publisher's, and the web app none", () => {
    const waysInto = (name: string, database: string) =>
      Object.values(service(name).environment).filter((value) => String(value).endsWith(`/${database}`));
    expect(waysInto("worker", "kanban_api")).toEqual([expect.stringMatching(/^postgresql:\/\/worker_to_api:/)]);
    expect(waysInto("api", "kanban_worker")).toEqual([expect.stringMatching(/^postgresql:\/\/api_to_worker:/)]);
    expect(JSON.stringify(service("web").environment)).not.toMatch(/postgres|SECRET|PASSWORD/);
    expect(service("web").networks).toEqual(["front"]);
  });

  test("no password is written down and none has a default", () => {
    for (const [, name, rest] of text.matchAll(/\$\{(\w*(?:PASSWORD|SECRET))([^}]*)\}/g)) {
      expect(`${name}${rest}`).toMatch(/^\w+(:-|:\?set \w+ in \.env.*)?$/);
    }
    for (const { environment } of Object.values(services)) {
      for (const [name, value] of Object.entries(environment)) {
        if (/PASSWORD|SECRET/.test(name)) expect(value).toMatch(/^\$\{/);
      }
    }
  });

  test("files are in one volume for the API that takes them and the worker that makes previews of them", () => {
    for (const name of ["api", "worker"]) {
      expect(service(name).volumes).toEqual(["attachments:/data/attachments"]);
      expect(service(name).environment).toMatchObject({ ATTACHMENTS_DIR: "/data/attachments" });
    }
    expect(service("web").volumes).toEqual([]);
    // A new volume belongs to whom the folder in the image belongs to.
    const dockerfile = read("docker/Dockerfile");
    expect(dockerfile.match(/^RUN install -d -o node -g node \/data\/attachments$/gm)).toHaveLength(2);
  });

  test("the mail sink is there on demand only", () => {
    expect(service("mailpit").profiles).toEqual(["mail"]);
  });

  test("files it mounts exist, and scripts among them may be executed", () => {
    const mounted = Object.values(services).flatMap(({ volumes }) =>
      volumes.filter((volume) => volume.startsWith("./")),
    );
    expect(mounted.length).toBeGreaterThan(0);
    for (const volume of mounted) {
      const file = path.join(PROJECT_ROOT, volume.split(":")[0] ?? "");
      accessSync(file, file.endsWith(".sh") ? constants.X_OK : constants.R_OK);
    }
  });
});

describe("env.template", () => {
  const explained = [...read("env.template").matchAll(/^([A-Z][A-Z0-9_]*)=/gm)].map(([, name]) => name);

  test("explains each variable once", () => {
    expect(explained.filter((name, index) => explained.indexOf(name) !== index)).toEqual([]);
  });

  test("explains every variable docker-compose.yml asks for", () => {
    const asked = [...text.matchAll(/(?<!\$)\$\{(\w+)/g)].map(([, name]) => name);
    expect(asked.length).toBeGreaterThan(0);
    for (const name of asked) expect(explained).toContain(name);
  });

  test("explains every variable a process reads", () => {
    const files = ["apps/api/src/env.ts", "apps/worker/src/env.ts", "apps/web/src/env.ts"];
    const names = [...files, "packages/file-storage/src/storage-env.ts"].flatMap((file) => [
      ...[...read(file).matchAll(/^ {2,4}([A-Z][A-Z0-9_]+):/gm)].map(([, name]) => name),
      ...[...read(file).matchAll(/\["([A-Z][A-Z_]+)"\]/g)].map(([, name]) => name),
    ]);
    expect(names).toContain("WORKER_TO_API_URL");
    expect(names).toContain("S3_ENDPOINT");
    for (const name of names) expect(explained).toContain(name);
  });
});

describe("docker/Dockerfile", () => {
  const dockerfile = read("docker/Dockerfile");
  const stages = dockerfile.split(/^FROM /m).slice(1);
  const stage = (name: string) => stages.find((each) => new RegExp(` AS ${name}\\n`).test(each)) ?? "";

  test("has a target for every service that is built", () => {
    for (const name of ours)
      expect(service(name).build).toEqual({ context: ".", dockerfile: "docker/Dockerfile", target: name });
    for (const name of ours) expect(stage(name)).not.toBe("");
  });

  test.each(ours)("%s runs as an ordinary user", (name) => {
    expect(stage(name)).toMatch(/^USER node$/m);
  });

  test("what it starts and runs exists", () => {
    const files = [...dockerfile.matchAll(/\b((?:apps|scripts|packages)\/[\w./-]+\.(?:ts|sh))\b/g)].map(
      ([, file]) => file ?? "",
    );
    expect(files).toContain("apps/api/src/main.ts");
    for (const file of files) expect(existsSync(path.join(PROJECT_ROOT, file)), file).toBe(true);
  });

  test("packages it filters by exist and have the scripts it runs", () => {
    const names = [...dockerfile.matchAll(/--filter(?:-prod)? "?(@kanban\/[\w-]+)/g)].map(([, name]) => name);
    const manifests = ["api", "worker", "web"].map((app) => JSON.parse(read(`apps/${app}/package.json`)) as Manifest);
    for (const name of names) expect(manifests.map((manifest) => manifest.name)).toContain(name);
    for (const [, name, script] of dockerfile.matchAll(/--filter (@kanban\/[\w-]+) run (\w+)/g)) {
      expect(manifests.find((manifest) => manifest.name === name)?.scripts[script ?? ""]).toBeTruthy();
    }
  });

  test("copies between stages name stages that come before", () => {
    const seen: string[] = [];
    for (const each of stages) {
      for (const [, from] of each.matchAll(/COPY --from=([\w-]+)/g)) expect(seen).toContain(from);
      seen.push(/ AS ([\w-]+)/.exec(each)?.[1] ?? "");
    }
  });
});

type Manifest = { name: string; scripts: Record<string, string> };
