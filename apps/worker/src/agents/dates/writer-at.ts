import { Temporal } from "temporal-polyfill";
import type { Writer } from "./found-date.ts";

/** Where 3/4 is the fourth of March. The time zone is all we know of the writer's habits. */
const monthFirstZones = /^(?:America|US)\/|^Pacific\/Honolulu$/;
/** Those of them where it is not. */
const dayFirstZones =
  /^America\/(?:Mexico_City|Cancun|Monterrey|Bogota|Lima|Santiago|Sao_Paulo|Argentina\/|Buenos_Aires|Caracas|Montevideo|La_Paz|Guayaquil|Havana)/;

/** The writer's moment; an unknown zone counts as UTC. */
export function writerAt(instant: string, timeZone: string): Writer {
  const moment = Temporal.Instant.from(instant);
  try {
    const monthFirst = monthFirstZones.test(timeZone) && !dayFirstZones.test(timeZone);
    return { writtenAt: moment.toZonedDateTimeISO(timeZone), monthFirst };
  } catch {
    return { writtenAt: moment.toZonedDateTimeISO("UTC"), monthFirst: false };
  }
}
