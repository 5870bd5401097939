import type { Intent } from '../../ask/question.ts'
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

/** What a command asks: `/xep_hang` → "Đơn vị tôi xếp thứ mấy về số hóa?"; null for an unknown command. */
export function questionOfCommand(words: Words, command: string): string | null {
  return featuresInWords(words).find(feature => feature.command === command)?.example ?? null
}
