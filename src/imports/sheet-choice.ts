import type { Checks } from './checks.ts'
import type { Grid } from './files/cell.ts'
import { foldName } from './names/fold-name.ts'
import { strictKey } from './names/spelling.ts'
import type { Source } from './source.ts'

/** The sheets in which the table is looked for: the one that is named, by whom it may be; null where there is none such. */
export function chosenGrids(
  grids: readonly Grid[],
  { request, profile }: Source,
  { problems }: Checks,
): readonly Grid[] | null {
  const { sheet } = request
  if (sheet === undefined) {
    const named = grids.filter(grid => profile?.sheet.some(name => isCalled(grid, name)))
    return named.length > 0 ? named : grids
  }
  if (grids.every(grid => grid.name === null)) {
    problems.add('no_sheets', {}, { value: sheet })
    return null
  }
  const found = sheetNamed(grids, sheet)
  if (found !== undefined) return [{ ...found, isHidden: false }]
  problems.add('no_sheet', { sheets: grids.map(grid => `“${grid.name}”`).join(', ') }, { value: sheet })
  return null
}

/** The sheet that is called so, else the one with this number from 1. */
export function sheetNamed(grids: readonly Grid[], sheet: string): Grid | undefined {
  const exact = grids.find(grid => grid.name !== null && strictKey(grid.name) === strictKey(sheet))
  return exact ?? grids.find(grid => isCalled(grid, sheet)) ?? grids[Number(sheet) - 1]
}

function isCalled(grid: Grid, name: string): boolean {
  return grid.name !== null && foldName(grid.name) === foldName(name)
}
