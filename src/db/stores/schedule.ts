export interface ScheduleStore {
  /** Last slot (milliseconds) that the job completed, or null. */
  lastSlot(job: string): Promise<number | null>
  complete(job: string, slot: number, at: number): Promise<void>
  /** The job's slots are counted from this one on, whatever was completed before. */
  adopt(job: string, slot: number, at: number): Promise<void>
}
