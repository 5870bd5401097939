import type { Intent } from '../../ask/question.ts'
import type { Role } from '../../core/member.ts'
import type { Words } from '../../i18n/words.ts'

/** One thing that the assistant does: the help, the command menu and the router of commands all come from this list. */
export interface Feature {
  intent: Intent
  /** Name of the command in a menu: `[a-z0-9_]`, at most 32 characters. */
  command: string
}

export const FEATURES = [
  { intent: 'value', command: 'so_lieu' },
  { intent: 'rank', command: 'xep_hang' },
  { intent: 'gap', command: 'dat_chua' },
  { intent: 'need', command: 'can_them' },
  { intent: 'target', command: 'chi_tieu' },
  { intent: 'trend', command: 'bieu_do' },
  { intent: 'below', command: 'chua_dat' },
  { intent: 'ranking', command: 'bang_xep_hang' },
  { intent: 'compare', command: 'so_sanh' },
  { intent: 'forecast', command: 'du_bao' },
  { intent: 'progress', command: 'tien_do' },
  { intent: 'alerts', command: 'canh_bao' },
  { intent: 'report', command: 'bao_cao' },
  { intent: 'subscribe', command: 'dang_ky' },
  { intent: 'define', command: 'cach_tinh' },
  { intent: 'help', command: 'help' },
] as const satisfies readonly Feature[]

/** What each role is shown first: who answers for a unit, who looks after all of them, who keeps data and people. */
const SHOWN: Record<Role, readonly Intent[]> = {
  leader: ['value', 'rank', 'need', 'forecast', 'trend', 'alerts'],
  officer: ['value', 'rank', 'need', 'below', 'trend', 'alerts'],
  committee: ['below', 'ranking', 'progress', 'trend', 'report', 'alerts'],
  data: ['value', 'progress', 'target', 'define', 'report'],
  admin: ['value', 'progress', 'target', 'define', 'report'],
}

/** A feature in words: its name and a question that it answers. */
export interface FeatureInWords {
  command: string
  intent: Intent
  name: string
  example: string
}

/** The list of features with their names and example questions, in the order of the help. */
export function featuresInWords(words: Words): FeatureInWords[] {
  return FEATURES.map(({ intent, command }) => ({
    command,
    intent,
    name: words.say(`features.${intent}.name`),
    example: words.say(`features.${intent}.example`),
  }))
}

/** What matters to a role, in the order of the list. */
export function featuresOfRole(words: Words, role: Role): FeatureInWords[] {
  return featuresInWords(words).filter(({ intent }) => SHOWN[role].includes(intent))
}

/** The commands of a menu: everybody's, or what matters to a role; the help is always among them. */
export function menuOf(words: Words, role: Role | null): { command: string; description: string }[] {
  const all = featuresInWords(words)
  const shown =
    role === null ? all : all.filter(({ intent }) => intent === 'help' || SHOWN[role].includes(intent))
  return shown.map(({ command, name }) => ({ command, description: name }))
}

/** What a command asks: `/xep_hang` → "Đơn vị tôi xếp thứ mấy về số hóa?"; null for an unknown command. */
export function questionOfCommand(words: Words, command: string): string | null {
  return featuresInWords(words).find(feature => feature.command === command)?.example ?? null
}
