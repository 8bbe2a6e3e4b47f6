import { drawPicture } from "./draw-picture.ts";

/** Files of the sample board: each on the first open task whose title has these words. */
export const demoFiles: readonly { onTask: string; name: string; bytes: () => Buffer }[] = [
  { onTask: "heat pump", name: "Cellar, north wall.png", bytes: () => drawPicture(960, 640) },
  { onTask: "heat pump", name: "Noise levels.txt", bytes: () => Buffer.from(noiseLevels) },
  { onTask: "school photos", name: "Summer by the sea.png", bytes: () => drawPicture(900, 1_200) },
];

const noiseLevels = `Noise levels from the three data sheets, one metre away

Nordwind 8    52 dB
Aera Plus     48 dB
Stiller 10    45 dB, 43 dB at night
`;
