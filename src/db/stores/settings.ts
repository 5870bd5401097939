/** Small named values: `sample` = "1" while the database holds the sample province; a channel's cursor. */
export interface SettingStore {
  get(name: string): Promise<string | null>
  set(name: string, value: string): Promise<void>
}
