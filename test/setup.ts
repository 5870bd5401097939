import { configureGlobal } from 'fast-check'

// Drawn anew each time, a rare fault would break whatever change comes next; a longer run looks further instead.
configureGlobal({ seed: 766 })
