/** The file of a database that the URL names. */
export function pathOf(url: string): string {
  const path = /^file:(?:\/\/(?=\/))?(.+)$/.exec(url)?.[1]
  if (path === undefined) throw new Error(`a database is given as file:PATH, not ${url.split(':')[0]}:…`)
  return path
}
