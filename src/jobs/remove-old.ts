import type { Database } from '../db/stores/database.ts'

/** So many rows of a kind are removed in one transaction: others can write in between. */
const PORTION = 1_000

/** Removes what nobody has touched since the moment (see `PeopleStore.forgetOld`), portion by portion. Returns how many rows. */
export async function removeOld(db: Database, before: number): Promise<number> {
  let removed = 0
  for (let portion = 1; portion > 0; removed += portion)
    portion = await db.write(async ({ people }) => await people.forgetOld(before, PORTION))
  return removed
}
