/** Of the rows of `observation`, those that are whole: a condition for the end of a WHERE. */
export const STORED = 'import_id NOT IN (SELECT id FROM import WHERE storing_until IS NOT NULL)'
