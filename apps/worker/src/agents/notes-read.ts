/** Of the notes only the beginning is read: what a capture asks for stands at the top, and reading costs time. */
export const notesRead = 2_000;
