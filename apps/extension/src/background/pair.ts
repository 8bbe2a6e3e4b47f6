import { permissionFor } from "../address/read-address.ts";
import { askApp } from "../app/ask-app.ts";
import { fetchBoards } from "../app/fetch-boards.ts";
import { deviceName } from "../pairing/device-name.ts";
import type { WaitingPairing } from "../pairing/pairing.ts";
import { readPolled, readStarted } from "../pairing/read-answers.ts";
import { boardIdCell, boardsCell, connectionCell, pairingCell } from "../storage/cells.ts";
import { inTurn } from "./in-turn.ts";

export const pairingAlarm = "pairing";

/**
 * Goes on with connecting this browser, from wherever it stands: after a press of the button, after the permission was
 * given (whose question may have closed the popup), and after this worker has been ended and woken again.
 */
export const continuePairing = inTurn(async (onConnected: () => void) => {
  const pairing = await pairingCell.read();
  if (pairing?.step === "asked") await start(pairing.address);
  const waiting = await pairingCell.read();
  if (waiting?.step === "waiting") await waitForAnswer(waiting, onConnected);
  await chrome.alarms.clear(pairingAlarm);
});

async function start(address: string): Promise<void> {
  if (!(await chrome.permissions.contains({ origins: [permissionFor(address)] }))) return;
  const answer = await askApp(new URL("/api/pair/start", address), { json: { deviceName: await deviceName() } });
  const started = readStarted(address, answer, Date.now());
  await pairingCell.write(started);
  if (started.step !== "waiting") return;
  // Browsers end a worker that seems idle; this wakes it.
  await chrome.alarms.create(pairingAlarm, { periodInMinutes: 0.5 });
  await chrome.tabs.create({ url: started.verificationUrl });
}

async function waitForAnswer(pairing: WaitingPairing, onConnected: () => void): Promise<void> {
  const { address, deviceCode, intervalMs, expiresAt } = pairing;
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, intervalMs));
    // Called off, or begun anew, meanwhile. Reading the storage also tells the browser that this worker is at work.
    const now = await pairingCell.read();
    if (now?.step !== "waiting" || now.deviceCode !== deviceCode) return;
    const polled = readPolled(await askApp(new URL("/api/pair/poll", address), { json: { deviceCode } }));
    if (polled.state === "paired") {
      const connection = { address, token: polled.token, isRevoked: false };
      if ((await connectionCell.read())?.address !== address)
        await Promise.all([boardsCell.remove(), boardIdCell.remove()]);
      // The token is told once: it is kept before anything else is done.
      await connectionCell.write(connection);
      await pairingCell.remove();
      await fetchBoards(connection);
      onConnected();
      return;
    }
    if (polled.state === "denied") return pairingCell.write({ step: "failed", address, reason: "denied" });
    if (polled.state === "expired" || Date.now() > expiresAt)
      return pairingCell.write({ step: "failed", address, reason: "expired" });
  }
}
