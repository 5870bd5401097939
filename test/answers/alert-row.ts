/** A standing alert as the store keeps it, with nothing told or answered yet, as far as it is the same for all. */
export const STANDING = {
  term: 'C/2',
  pace: 'behind',
  expected: 55,
  episode: 1,
  changedAt: 0,
  toldAt: null,
  toldState: null,
  newestRow: 0,
  steady: 1,
  damped: false,
  acknowledgedBy: null,
  snoozedUntil: null,
  explanation: null,
  escalatedAt: null,
} as const
