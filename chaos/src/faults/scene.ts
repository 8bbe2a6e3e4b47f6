import type { Random } from "@kanban/demo/random";
import type { Rig } from "../rig/open-rig.ts";
import type { ChaosBoard, Person } from "../rig/person.ts";
import { newBoard, reach, signUp } from "../rig/person.ts";
import type { SlowWire } from "../rig/slow-wire.ts";
import { startWatch, type Watch } from "./watch-answers.ts";

/** A rig with people at work, whose every answer is watched, and what faults need to do their worst. */
export type Scene = {
  rig: Rig<SlowWire>;
  random: Random;
  boards: readonly ChaosBoard[];
  watch: Watch;
  /** The replica everybody asks; a balancer's decision. */
  askAt(apiUrl: string): void;
  /** What goes on beyond its fault; awaited before the next. */
  background: Promise<unknown>[];
  /** How many come at once to the API's pool of ten connections. */
  crowdSize: number;
  /** Nobody asks for anything any more. */
  over: AbortSignal;
};

/** Signs somebody up and makes boards; whoever acts for these boards is watched. */
export async function openScene(
  rig: Rig<SlowWire>,
  random: Random,
  { boardCount, crowdSize, over }: { boardCount: number; crowdSize: number; over: AbortSignal },
): Promise<Scene> {
  const watch = startWatch();
  let { apiUrl } = rig;
  const account = await signUp(apiUrl);
  const person: Person = watch.over({
    cookie: account.cookie,
    call: (...asked) => reach(apiUrl, account.cookie).call(...asked),
  });
  const boards: ChaosBoard[] = [];
  for (let n = 0; n < boardCount; n++) boards.push(await newBoard(person));
  const askAt = (url: string) => {
    apiUrl = url;
  };
  return { rig, random, boards, watch, askAt, background: [], crowdSize, over };
}
