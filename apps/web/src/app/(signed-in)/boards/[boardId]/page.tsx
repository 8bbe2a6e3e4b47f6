/** The board is drawn by the layout, which stays when a task opens over it. */
export default function BoardPage() {
  return null;
}
