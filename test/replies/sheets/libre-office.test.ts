import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sheetOfDigest } from '../../../src/replies/sheets/digest-sheet.ts'
import { sized } from '../../sizes.ts'
import { digestOf } from '../any-digest.ts'
import { behind, DUC_CO, saying } from '../province.ts'

const OFFICE = '/usr/bin/soffice'

/** Takes ten seconds of starting an office: in the long run only, and where there is one. */
test.skipIf(!sized({ quick: false, usual: false, long: true }) || !existsSync(OFFICE))(
  'another office program opens the spreadsheet and finds what is in it',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'office-'))
    try {
      const rows = [behind(), behind({ unit: DUC_CO, value: 40 })].map(figure => ({ figure, toDate: null }))
      const { bytes } = await sheetOfDigest(digestOf(), rows, saying('bcd-tinh'))
      writeFileSync(join(folder, 'a.xlsx'), bytes)
      const profile = `-env:UserInstallation=file://${folder}/profile`
      const into = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'
      execFileSync(OFFICE, [
        profile,
        '--headless',
        '--convert-to',
        into,
        '--outdir',
        folder,
        join(folder, 'a.xlsx'),
      ])
      const summary = readFileSync(join(folder, 'a-Bảng tổng hợp.csv'), 'utf8')
      expect(summary).toContain('Huyện Ia Grai,47.1%,1')
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
)
