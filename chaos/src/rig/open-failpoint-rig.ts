import type { Wire } from "@kanban/testing/wire";
import { type PostgresWire, startPostgresWire } from "../wire/postgres-wire.ts";
import { openRig, type Rig, type RigOptions } from "./open-rig.ts";

/** A wire that knows what passes, on the way to one server: `url` is that server's, through it. */
type FailpointWire = Wire & Omit<PostgresWire, "url">;
export type FailpointRig = Rig<FailpointWire>;

/** A rig whose wires to PostgreSQL have failpoints. */
export const openFailpointRig = (options: Omit<RigOptions<FailpointWire>, "openWire">): Promise<FailpointRig> =>
  openRig({
    ...options,
    openWire: async (serverUrl) => {
      const { hostname, port } = new URL(serverUrl);
      const wire = await startPostgresWire({ host: hostname, port: Number(port) });
      return { ...wire, url: wire.url(serverUrl) };
    },
  });
