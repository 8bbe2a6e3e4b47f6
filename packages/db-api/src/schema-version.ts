/** The newest migration this program was built with: the database must have it. */
export const newestMigration = "20261129120000_search_of_new_tasks";
