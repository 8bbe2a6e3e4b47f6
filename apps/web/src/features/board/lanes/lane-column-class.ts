/** As wide as a column of the board, so that heads and cells stand below each other. */
export const laneColumnClass = "w-[268px] shrink-0 max-sm:w-[calc(100vw-40px)] max-sm:snap-center";
