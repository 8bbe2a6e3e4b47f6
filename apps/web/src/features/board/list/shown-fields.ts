import { createStore, useStore } from "../../store/create-store.ts";
import { type ListField, listFields } from "./list-fields.ts";

const storageKey = "kanban.list-fields";
const usual: readonly ListField[] = ["title", "column", "due", "project", "tags", "assignees", "priority"];

function read(): readonly ListField[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? "null");
    return Array.isArray(stored) ? listFields.filter((field) => field === "title" || stored.includes(field)) : usual;
  } catch {
    return usual;
  }
}

const store = createStore<{ fields: readonly ListField[] }>({
  fields: typeof localStorage === "undefined" ? usual : read(),
});

/** What the list shows of a task in this browser. */
export function useShownFields(): readonly ListField[] {
  return useStore(store, ({ fields }) => fields);
}

/** Shows a field, or takes it away when it is shown. */
export function toggleField(field: ListField): void {
  const { fields } = store.get();
  const next = listFields.filter((each) => (each === field ? !fields.includes(field) : fields.includes(each)));
  store.set({ fields: next });
  try {
    localStorage.setItem(storageKey, JSON.stringify(next));
  } catch {
    // A full or forbidden storage only costs remembering.
  }
}
