import type { Unit } from '../../core/unit-tree.ts'
import type { Checks } from '../checks.ts'
import { bareKey } from '../names/spelling.ts'
import type { ReadRecord } from './catalog-reader.ts'

/** Letters that look like those of the Latin script and are none. */
const OTHER_SCRIPT = /[\p{Script=Cyrillic}\p{Script=Greek}]/u

/** Warns of names and codes that may not be what they seem. */
export function doubtUnits(
  records: ReadonlyMap<string, ReadRecord<Unit>>,
  all: ReadonlyMap<string, Unit>,
  { warnings }: Checks,
): void {
  const length = usualLength([...all.keys()])
  const alike = Map.groupBy(all.values(), ({ name, parent }) => `${parent}|${bareKey(name)}`)
  for (const { record, row } of records.values()) {
    const doubts = row.doubts(warnings)
    const { code, name, parent } = record
    if (length !== null && /^\d+$/.test(code) && code.length < length && record.kind === 'commune') {
      doubts.report('short_code', { length }, 'code')
    }
    if (OTHER_SCRIPT.test(name)) doubts.report('mixed_scripts', {}, 'name')
    const other = alike.get(`${parent}|${bareKey(name)}`)?.find(each => each.code !== code && lives(each))
    if (other !== undefined && lives(record)) {
      doubts.report('names_alike', { unit: `${other.code} (${other.name})` }, 'name')
    }
  }
}

function lives({ activeTo, mergedInto }: Unit): boolean {
  return activeTo === null && mergedInto === null
}

/** How long codes of digits are where most are equally long: a shorter one may have lost its zeros. */
function usualLength(codes: readonly string[]): number | null {
  const digits = codes.filter(code => /^\d+$/.test(code))
  const lengths = Map.groupBy(digits, code => code.length)
  const [most] = [...lengths].toSorted((a, b) => b[1].length - a[1].length)
  const longest = Math.max(0, ...lengths.keys())
  return most !== undefined && digits.length >= 3 && longest >= 4 ? longest : null
}
