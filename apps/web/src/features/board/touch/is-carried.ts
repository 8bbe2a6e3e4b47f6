let isCarried = false;

/** True while a finger carries a card: the page turns at the edges then, and nothing scrolls sideways beside that. */
export function isCarriedByFinger(): boolean {
  return isCarried;
}

export function setCarriedByFinger(carried: boolean): void {
  isCarried = carried;
}
