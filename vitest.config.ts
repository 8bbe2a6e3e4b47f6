import { configDefaults, defineConfig } from "vitest/config";

// Browser journeys belong to Playwright, planted violations to scripts/check.
const exclude = [...configDefaults.exclude, "**/.next/**", ".data/**", "e2e/**"];

const setupFiles = ["./scripts/test/seed-searches.ts"];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...exclude, "**/*.db.test.ts"],
          // Pure code needs no walls between files; not making them saves half the time.
          isolate: false,
          setupFiles,
          // Unasked it would leave one of two cores to nobody.
          maxWorkers: 2,
          // Only ends what hangs: how long a random search takes is the machine's affair.
          testTimeout: 60_000,
          restoreMocks: true,
        },
      },
      {
        test: {
          name: "db",
          include: ["**/*.db.test.ts"],
          exclude,
          globalSetup: ["./packages/testing/src/postgres-global-setup.ts"],
          setupFiles,
          // Many wait for processes they started: a third one fills the two cores this has to run on.
          maxWorkers: 3,
          // What each test changes is in a database of its own.
          isolate: false,
          sequence: { groupOrder: 1 },
          testTimeout: 30_000,
          hookTimeout: 30_000,
          restoreMocks: true,
        },
      },
    ],
  },
});
