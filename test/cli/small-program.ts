import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { prepared, tempFolder } from '../db/temp-database.ts'
import { programOn } from './program.ts'
import type { Program } from './program.ts'

const FILES = {
  units: `code,name,short_name,kind,parent,aliases
P,Tỉnh Thử,Thử,province,,
S1,Sở Y tế,Sở Y tế,department,P,
S2,Sở Tư pháp,Sở Tư pháp,department,P,`,
  indicators: `code,name,short_name,numerator_label,denominator_label,accumulation,points,aliases
online,Tỷ lệ hồ sơ trực tuyến,Hồ sơ trực tuyến,hồ sơ nộp trực tuyến,hồ sơ tiếp nhận,sum,12,trực tuyến`,
  members: `member,name,role,unit
gd,Giám đốc Sở Y tế,leader,S1
tp,Giám đốc Sở Tư pháp,leader,S2
bcd,Ban Chỉ đạo,committee,P
qt,Quản trị tỉnh,admin,P`,
}

/** The program on a province of three units, with a way to import a file of text. */
export async function smallProgram(): Promise<
  Program & { bring: (kind: string, text: string) => Promise<void> }
> {
  made ??= prepared(async (_db, path) => {
    for (const [kind, text] of Object.entries(FILES)) await bringTo(programOn(path), kind, text)
  })
  const path = join(tempFolder(), 'own.db')
  copyFileSync(await made, path)
  const program = programOn(path)
  return { ...program, bring: async (kind, text) => await bringTo(program, kind, text) }
}

let made: Promise<string> | null = null

async function bringTo(program: Program, kind: string, text: string): Promise<void> {
  const file = join(tempFolder(), `${kind}.csv`)
  writeFileSync(file, text)
  const ended = await program.run('import', kind, file)
  if (ended.status !== 0) throw new Error(ended.err)
}
