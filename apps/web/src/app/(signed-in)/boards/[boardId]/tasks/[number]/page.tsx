/** The task is drawn by the board's frame from the address, so that opening one needs no answer from a server. */
export default function TaskPage() {
  return null;
}
