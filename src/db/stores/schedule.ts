export interface ScheduleStore {
  /** Last slot that the job completed, and when that was noted, or null. Milliseconds. */
  last(job: string): Promise<{ slot: number; at: number } | null>
  complete(job: string, slot: number, at: number): Promise<void>
  /** The job's slots are counted from this one on, whatever was completed before. */
  adopt(job: string, slot: number, at: number): Promise<void>
}
