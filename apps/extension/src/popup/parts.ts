import { element } from "./element.ts";
import { icon, type IconName } from "./icon.ts";

type Tone = "primary" | "outline" | "quiet" | "danger";

/** What a screen is about, under the app's sign. */
export function heading(text: string): HTMLElement {
  return element(
    "h1",
    { class: "heading" },
    element("img", { src: "icons/48.png", alt: "", width: "20", height: "20" }),
    text,
  );
}

/** A button as the app's. `keys` names its shortcut. */
export function button(
  label: string,
  {
    tone = "outline",
    keys,
    onPress,
    type = "button",
  }: { tone?: Tone; keys?: string; onPress?: () => void; type?: "button" | "submit" },
): HTMLButtonElement {
  const made = element("button", { type, class: `button ${tone}` }, label, keys && element("kbd", {}, keys));
  if (onPress) made.addEventListener("click", onPress);
  return made;
}

/** A button for what cannot be taken back: the first press asks, the second does. */
export function sureButton(label: string, sure: string, onPress: () => unknown): HTMLButtonElement {
  let isAsked = false;
  const made = button(label, {
    tone: "quiet",
    onPress: () => {
      if (isAsked) return void onPress();
      isAsked = true;
      made.textContent = sure;
      made.classList.replace("quiet", "danger");
    },
  });
  made.addEventListener("blur", () => {
    isAsked = false;
    made.textContent = label;
    made.classList.replace("danger", "quiet");
  });
  return made;
}

/** A field with its name above it. */
export function field(label: string, control: HTMLElement, className = ""): HTMLElement {
  return element("label", { class: `field ${className}`.trim() }, element("span", {}, label), control);
}

/** Something to know, or to do something about. */
export function notice(tone: "info" | "danger", iconName: IconName, text: string, ...actions: Node[]): HTMLElement {
  const role = tone === "danger" ? "alert" : "status";
  return element(
    "div",
    { class: `notice ${tone}`, role },
    icon(iconName),
    element("div", {}, element("p", {}, text), ...actions),
  );
}
