/** Marks a file as a Colligo project ("CLGO"), in SQLite's application_id. */
export const APPLICATION_ID = 0x434c474f;

/** The schema that this version reads and writes, kept in SQLite's user_version: the number of the newest migration. */
export const SCHEMA_VERSION = 4;
