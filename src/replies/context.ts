import type { Member } from '../core/member.ts'
import type { UnitTree } from '../core/unit-tree.ts'
import type { Catalog } from '../db/stores/catalog.ts'
import type { Words } from '../i18n/words.ts'

/** What a reply is said with: the language, the names of things, for whom and on which day. */
export interface SayContext {
  words: Words
  catalog: Catalog
  tree: UnitTree
  /** Civil date, `YYYY-MM-DD`. */
  today: string
  asker: Member
  /** True while the database holds the sample province: every reply then says so. */
  sample: boolean
}
