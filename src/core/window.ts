/** A stretch of civil days, both ends included, `YYYY-MM-DD`. */
export interface Window {
  from: string
  to: string
}
