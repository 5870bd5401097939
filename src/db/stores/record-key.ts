import type { CatalogKind, CatalogRecords } from './catalog.ts'

/** Under which key a record of the catalog is kept: two rows of one key are the same thing. */
export const recordKey: { [K in CatalogKind]: (record: CatalogRecords[K]) => string } = {
  units: unit => unit.code,
  indicators: indicator => indicator.code,
  campaigns: phase => `${phase.campaign}/${phase.phase}`,
  targets: target => {
    const term = target.campaign === null ? String(target.year) : `${target.campaign}/${target.phase}`
    return `${term}|${target.unit ?? `kind:${target.kind}`}|${target.indicator}`
  },
  members: member => member.member,
  holidays: holiday => holiday.date,
}
