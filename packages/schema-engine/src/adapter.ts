import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { Connection } from './connection.ts';

/** Scratch databases left by a killed `migrate dev` carry this prefix and may be dropped by hand. */
const SCRATCH_PREFIX = 'prisma_migrate_shadow_db_';

/** Opens the database for the engine, and on its demand a scratch database beside it that goes away again. */
export function createAdapterFactory(connection: Connection) {
  const factory = new PrismaPg(connection);
  // The adapter's own version drops the scratch database before it closes the pool into it, and PostgreSQL refuses.
  factory.connectToShadowDb = async () => {
    const database = `${SCRATCH_PREFIX}${randomUUID()}`;
    const beside = await factory.connect();
    await beside.executeScript(`CREATE DATABASE "${database}"`);
    const scratch = await new PrismaPg({ ...connection, database }).connect();
    const close = scratch.dispose.bind(scratch);
    scratch.dispose = async () => {
      await close();
      await beside.executeScript(`DROP DATABASE "${database}" WITH (FORCE)`);
      await beside.dispose();
    };
    return scratch;
  };
  return bindMigrationAwareSqlAdapterFactory(factory);
}
