const told = /^\(\d+\+?\) /u;

/** Puts a number before the page's title, whatever title the page takes next; returns how to end that. */
export function tellInTitle(count: number): () => void {
  const write = () => {
    const plain = document.title.replace(told, "");
    const wanted = count === 0 ? plain : `(${count > 99 ? "99+" : count}) ${plain}`;
    if (document.title !== wanted) document.title = wanted;
  };
  // Screens change the title by the text of its element or by another element.
  const observer = new MutationObserver(write);
  observer.observe(document.head, { childList: true, subtree: true, characterData: true });
  write();
  return () => observer.disconnect();
}
