/** The newest migration this program was built with: the database must have it. */
export const newestMigration = "20261129130000_quicker_search_documents";
