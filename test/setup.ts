import { configureGlobal } from 'fast-check'
import { sized } from './sizes.ts'

// Drawn anew each time, a rare fault would break whatever change comes next; a longer run looks further instead.
// What failed is shown as it was found: making it smaller takes many times as long as finding it.
configureGlobal({ seed: 766, endOnFailure: true, numRuns: sized({ quick: 30, usual: 100, long: 400 }) })
