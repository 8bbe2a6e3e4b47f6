import type { BoardView } from "../board-view.ts";
import type { TaskCard } from "../entities.ts";
import { excerptAround } from "./excerpt-around.ts";
import { findMarks } from "./find-marks.ts";
import { foldText } from "./fold-text.ts";
import { matchTier } from "./match-tier.ts";
import type { SearchHit } from "./search-hit.ts";
import { searchWords, taskNumberIn } from "./search-words.ts";
import { sortHits } from "./sort-hits.ts";

// Titles are folded once for as long as a card stays what it is: a search runs with every key press.
const foldedTitles = new WeakMap<TaskCard, string>();

function foldedTitle(task: TaskCard): string {
  const known = foldedTitles.get(task);
  if (known !== undefined) return known;
  const folded = foldText(task.title);
  foldedTitles.set(task, folded);
  return folded;
}

/** What of a board kept in this browser answers a query, the best first: by titles, and by the bodies opened here. */
export function searchView(view: BoardView, query: string, atMost: number): SearchHit[] {
  const words = searchWords(query);
  const named = taskNumberIn(query);
  const hits: SearchHit[] = [];
  for (const task of Object.values<TaskCard>(view.tasks)) {
    const column = view.columns[task.columnId];
    if (!column) continue;
    const detail = view.details[task.id];
    const checklist = detail?.checklist.map((item) => item.text).join(" ") ?? "";
    const body = detail ? foldText(`${checklist} ${detail.notes}`) : "";
    const isNamed = named?.number === task.number && (named.key ?? view.board.key) === view.board.key;
    const tier = isNamed ? "number" : matchTier(foldedTitle(task), body, words);
    if (!tier) continue;
    const titleMarks = findMarks(task.title, words, { isFuzzy: tier === "near" });
    const isInBody = tier === "anywhere" || tier === "near";
    hits.push({
      boardId: view.board.id,
      boardName: view.board.name,
      boardKey: view.board.key,
      taskId: task.id,
      number: task.number,
      title: task.title,
      titleMarks,
      excerpt: isInBody && detail ? excerptOf(checklist, detail.notes, words) : null,
      columnName: column.name,
      columnKind: column.kind,
      gone: null,
      capturedAt: task.capturedAt,
      tier,
    });
  }
  return sortHits(hits).slice(0, atMost);
}

/** The piece of a task's checklist or notes in which a search found something. */
export function excerptOf(checklist: string, notes: string, words: readonly string[]): SearchHit["excerpt"] {
  const inChecklist = excerptAround(checklist, words);
  if (inChecklist) return { field: "checklist", ...inChecklist };
  const inNotes = excerptAround(notes, words);
  return inNotes && { field: "notes", ...inNotes };
}
