import { extensionStrings } from "../extension.strings.ts";
import { element } from "./element.ts";
import type { State } from "./state.ts";

const { capture: strings } = extensionStrings;

/** Chooses one of the boards, or none in particular, which is the usual one. Remembers the choice of last time. */
export function boardSelect(state: State) {
  const node = element("select");
  let shown = "";
  const update = ({ boards, boardId }: State) => {
    // A list that somebody has open is left alone while it says the same.
    if (shown === JSON.stringify(boards)) return;
    shown = JSON.stringify(boards);
    const chosen = node.value || boardId || "";
    const [usual, ...others] = boards;
    const options = [{ id: "", name: strings.usual(usual?.name) }, ...others];
    node.replaceChildren(...options.map(({ id, name }) => element("option", { value: id }, name)));
    node.value = options.some(({ id }) => id === chosen) ? chosen : "";
  };
  update(state);
  return { node, update, value: () => node.value || null };
}
