import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { MutationAnswer } from "@kanban/domain/board-event";
import type { Random } from "@kanban/demo/random";
import { newBoard, type Person } from "../../rig/person.ts";
import { unlikeAnyOther } from "../../rig/unlike-any-other.ts";

const titles = [
  "call the dentist tomorrow 3pm",
  "pay the rent next friday",
  "water the plants on monday",
  "a plain thought",
  "another plain thought",
];
const busyMs = 30_000;

/** Furnishes a board and works on it for a while, each command sent twice at the same moment; both must hear the same. */
export async function furnishAskingTwice(
  person: Person,
  { commands, random }: { commands: number; random: Random },
): Promise<string[]> {
  const { id: boardId, columns } = await newBoard(person, null);
  const wrong: string[] = [];
  const twice = async (procedure: string, input: Record<string, unknown>) => {
    const asked = { boardId, mutationId: randomUUID(), ...input };
    const once = () => person.call<MutationAnswer>("mutation", procedure, asked, busyMs);
    const [one, other] = await Promise.all([once(), once()]);
    // A neighbour that is elsewhere by now is the only reason for a refusal here.
    if (one.status !== 200 && one.refusal !== "NEIGHBOURS_MOVED")
      wrong.push(`${procedure} was answered ${one.status} ${one.refusal}`);
    if (!isDeepStrictEqual([one.status, one.data, one.refusal], [other.status, other.data, other.refusal]))
      wrong.push(`${procedure} asked twice at once: ${one.status} and ${other.status}, or different answers`);
  };
  const [tagId, contextId, projectId] = [randomUUID(), randomUUID(), randomUUID()];
  await twice("tag.create", { tagId, name: "errand", color: "red" });
  await twice("context.create", { contextId, name: "@phone" });
  await twice("project.create", { projectId, name: "Garden" });
  const tasks: string[] = [];
  const create = async () => {
    const taskId = randomUUID();
    const title = unlikeAnyOther(random.pick(titles));
    const columnId = columns[random.pick(["inbox", "next", "doing", "waiting", "someday"])];
    await twice("task.create", { taskId, columnId, title, tagIds: [tagId], projectId });
    tasks.push(taskId);
  };
  for (let n = 0; n < commands; n++) {
    const roll = random.next();
    const taskId = tasks.length > 5 ? random.pick(tasks) : null;
    if (taskId === null || roll < 0.3) await create();
    else if (roll < 0.6) {
      const toColumnId = columns[random.pick(["inbox", "next", "doing", "waiting", "someday"])];
      await twice("task.move", { taskId, toColumnId, afterId: random.pick(tasks) });
    } else if (roll < 0.75) await twice("task.update", { taskId, title: unlikeAnyOther(random.pick(titles)) });
    else if (roll < 0.82) await twice("task.update", { taskId, contextIds: [contextId], dueAt: "2027-03-01" });
    else if (roll < 0.9) await twice("checklistItem.create", { taskId, itemId: randomUUID(), text: "a step" });
    else {
      // Off the board, or done, and left there.
      tasks.splice(tasks.indexOf(taskId), 1);
      if (roll < 0.94) await twice("task.move", { taskId, toColumnId: columns["done"] });
      else await twice(roll < 0.97 ? "task.archive" : "task.remove", { taskId });
    }
  }
  return wrong;
}
