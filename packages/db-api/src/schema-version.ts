/** The newest migration this program was built with: the database must have it. */
export const newestMigration = "20261124190000_links_between_events";
