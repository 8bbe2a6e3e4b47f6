import type { People } from "../place-board.ts";
import { placePeople } from "../place-people.ts";
import { oldUser } from "./old-rows.ts";

const { placed } = placePeople([oldUser(1), oldUser(2)]);

/** Persons 1 and 2, as they are taken over; boards of others are the first one's. */
export const people: People = { byId: new Map(placed.map((person) => [person.userId, person])), heir: placed[0]! };
