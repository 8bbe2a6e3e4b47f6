/** The newest migration this program was built with: the database must have it. */
export const newestMigration = "20261129194600_pruning_by_index";
