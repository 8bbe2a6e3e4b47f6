import { permissionFor, readAddress } from "../address/read-address.ts";
import { askToPair } from "../background/messages.ts";
import { extensionStrings } from "../extension.strings.ts";
import { pairingCell } from "../storage/cells.ts";
import { element } from "./element.ts";
import { button, field, heading, notice } from "./parts.ts";
import type { State } from "./state.ts";

const { connect: strings } = extensionStrings;

/** Where somebody says which app it is. */
export function connectScreen({ pairing, connection, items }: State): HTMLElement {
  const known = pairing?.address ?? connection?.address ?? "";
  const input = element("input", {
    type: "text",
    inputmode: "url",
    autocomplete: "url",
    autocapitalize: "none",
    spellcheck: "false",
    placeholder: strings.placeholder,
    "aria-describedby": "connect-note",
    autofocus: true,
  });
  input.value = known;
  const note = element("p", { id: "connect-note", class: "note" });
  const say = (text: string, isWrong: boolean) => {
    note.textContent = text;
    note.classList.toggle("wrong", isWrong);
    if (isWrong) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  };
  const sayOpen = () => say(readAddress(input.value)?.isUnencrypted ? strings.unencrypted : "", false);
  input.addEventListener("input", sayOpen);
  sayOpen();

  const submit = button(strings.submit, { tone: "primary", keys: "Enter", type: "submit" });
  const form = element("form", { class: "stack", novalidate: true }, field(strings.address, input), note, submit);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const address = readAddress(input.value);
    if (!address) {
      say(strings.notAnAddress, true);
      return input.focus();
    }
    if (form.hasAttribute("aria-busy")) return;
    form.setAttribute("aria-busy", "true");
    // The browser asks only while a press is fresh, so nothing is waited for before it; and its question may close this
    // popup: the worker goes on from what is written here.
    const origins = [permissionFor(address.origin)];
    void pairingCell.write({ step: "asked", address: address.origin });
    void chrome.permissions.request({ origins }).then(
      async (isGranted) => {
        if (isGranted) return askToPair();
        await pairingCell.write({ step: "failed", address: address.origin, reason: "no-permission" });
      },
      () => pairingCell.write({ step: "failed", address: address.origin, reason: "no-permission" }),
    );
  });
  return element(
    "section",
    { class: "stack" },
    heading(strings.title),
    element("p", { class: "lead" }, strings.text),
    pairing?.step === "failed" && notice("danger", "alert", strings.failures[pairing.reason]),
    !navigator.onLine && notice("info", "offline", strings.offline),
    items.length > 0 && notice("info", "queued", strings.kept(items.length)),
    form,
  );
}
