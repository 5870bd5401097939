/** Small named values: `sample` = "1" while the database holds the sample province; a channel's cursor; what an operator chose. */
export interface SettingStore {
  get(name: string): Promise<string | null>
  all(): Promise<ReadonlyMap<string, string>>
  set(name: string, value: string): Promise<void>
  remove(name: string): Promise<void>
}
