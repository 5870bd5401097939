import { sqliteArrivalKeeper } from './sqlite/arrival-keeper.ts'
import { pathOf } from './sqlite/path-of.ts'
import type { ArrivalKeeper } from './stores/arrivals.ts'

/** Opens a keeper of what arrives in the database that the URL names; `openDatabase` has brought its tables up to date. */
export function openArrivals(url: string): ArrivalKeeper {
  return sqliteArrivalKeeper(pathOf(url))
}
