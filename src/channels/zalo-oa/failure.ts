import type { ErrorRule } from '../failure-table.ts'

/** The access token is not (any more) a good one: another is fetched, and the call is made once more. */
export const TOKEN_ERRORS: readonly number[] = [-216, -220, -124]
/** Nothing may be sent at night. */
export const NIGHT_ERRORS: readonly number[] = [-133, -234]
/** The day's messages are used up. */
export const DAY_ERRORS: readonly number[] = [-144, -1441]
/** The form, or what fills it, is not what was approved: wrong for everybody until an operator has mended it. */
const FORM_ERRORS: readonly number[] = [-1121, -1122, -1124, -131, -146]
/** Forms are paid for: these say that they cannot be. Answers inside the window are free, and go on. */
const BILLING_ERRORS: readonly number[] = [-135, -1351, -136, -137, -320, -321]
/** No form goes, to nobody, until an operator has acted. */
export const FORM_DOWN_ERRORS: readonly number[] = [...FORM_ERRORS, ...BILLING_ERRORS]
/** The person has not written for seven days: only a form approved beforehand may go. */
const WINDOW_ERROR = -230

/** The errors of the Official Account and of template messages. They come with HTTP 200; other statuses are the way's. */
export const ZALO_OA_ERRORS: readonly ErrorRule[] = [
  { code: 'none', means: 'later' },
  { code: TOKEN_ERRORS, means: 'down' },
  {
    code: [-101, -102, -103, -104, -105, ...BILLING_ERRORS, -204, -205, -209, -212, -219, -221, -223, -224],
    means: 'down',
  },
  { code: [-32, -200, -211], means: 'all_later' },
  { code: [...NIGHT_ERRORS, ...DAY_ERRORS], means: 'later' },
  {
    code: [-213, -217, -218, -227, WINDOW_ERROR, -232, -244, -114, -118, -119, -139, -140, -141],
    means: 'gone',
  },
  { code: -249, means: 'never' },
  { code: [-201, -210, -233, -240, -108, ...FORM_ERRORS], means: 'ours' },
  { code: [408, 429], means: 'later' },
  { code: { from: 500, to: 599 }, means: 'later' },
]
