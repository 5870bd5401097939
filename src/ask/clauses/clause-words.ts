import {
  closingPhrases,
  courtesyPhrases,
  hailPhrases,
  interrogativePhrases,
  orderPhrases,
  purposePhrases,
  reportPhrases,
  tellingPhrases,
  vaguePhrases,
  verifyingPhrases,
  vocativePhrases,
} from '../../../locales/vi/ask/clauses.ts'

/** The phrases that say something of the clause in which they stand. */
export const clausePhrases = {
  courtesy: courtesyPhrases,
  asks: interrogativePhrases,
  orders: orderPhrases,
  tells: tellingPhrases,
  purpose: purposePhrases,
  hail: hailPhrases,
  vocative: vocativePhrases,
  closes: closingPhrases,
  vague: vaguePhrases,
  verifies: verifyingPhrases,
  reports: reportPhrases,
}

/** What a phrase says of the clause in which it stands. */
export type ClauseWord = keyof typeof clausePhrases
