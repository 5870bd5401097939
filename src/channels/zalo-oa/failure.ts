import type { ErrorRule } from '../failure-table.ts'

/** The access token is not (any more) a good one: another is fetched, and the call is made once more. */
export const TOKEN_ERRORS: readonly number[] = [-216, -220, -124]
/** Nothing may be sent at night. */
export const NIGHT_ERRORS: readonly number[] = [-133, -234]
/** The day's messages are used up. */
export const DAY_ERRORS: readonly number[] = [-144, -1441]
/** The person has not written for seven days: only a form approved beforehand may go. */
const WINDOW_ERROR = -230

/** The errors of the Official Account and of template messages. They come with HTTP 200; other statuses are the way's. */
export const ZALO_OA_ERRORS: readonly ErrorRule[] = [
  { code: 'none', means: 'later' },
  { code: TOKEN_ERRORS, means: 'down' },
  {
    code: [
      -101, -102, -103, -104, -105, -135, -1351, -136, -137, -320, -321, -204, -205, -209, -212, -219, -221,
      -223, -224,
    ],
    means: 'down',
  },
  { code: [-32, -200, -211], means: 'all_later' },
  { code: [...NIGHT_ERRORS, ...DAY_ERRORS], means: 'later' },
  {
    code: [-213, -217, -218, -227, WINDOW_ERROR, -232, -244, -114, -118, -119, -139, -140, -141],
    means: 'gone',
  },
  { code: -249, means: 'never' },
  { code: [-201, -210, -233, -240, -108, -1121, -1122, -1124, -131, -146], means: 'ours' },
  { code: [408, 429], means: 'later' },
  { code: { from: 500, to: 599 }, means: 'later' },
]
