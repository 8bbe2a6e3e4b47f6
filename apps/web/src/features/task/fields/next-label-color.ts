import { type LabelColor, labelColors } from "@kanban/domain/label-colors";

/** The colour used least so far, so that new labels are told apart without asking. Grey is left for people to choose. */
export function nextLabelColor(used: readonly string[]): LabelColor {
  const colors = labelColors.filter((color) => color !== "grey");
  const countOf = (color: string) => used.filter((other) => other === color).length;
  return colors.reduce((least, color) => (countOf(color) < countOf(least) ? color : least));
}
