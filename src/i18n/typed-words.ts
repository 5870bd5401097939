import type { Texts } from '../../locales/vi/texts.ts'

/** How a variable may be written in a text, and what it must then be given: `{{rate, percent}}` takes a number. */
interface Formats {
  /** 40.3 → `40,3%` */
  percent: number
  /** 2.51 → `2,51` */
  decimal: number
  /** 1240 → `1.240` */
  count: number
  /** 2024 → `2024`: years, week numbers */
  plain: number
  /** `2024-05-19` → `19/5/2024` */
  day: string
  /** `2024-05-19` → `19/5` */
  shortDay: string
  /** `hồ sơ` → `Hồ sơ`, at the head of a sentence */
  capital: string
}

type Leaves<Tree, Path extends string = ''> = {
  [Key in keyof Tree & string]: Tree[Key] extends string
    ? `${Path}${Key}`
    : Leaves<Tree[Key], `${Path}${Key}.`>
}[keyof Tree & string]

type TextAt<Tree, Path> = Path extends `${infer Head}.${infer Rest}`
  ? Head extends keyof Tree
    ? TextAt<Tree[Head], Rest>
    : never
  : Path extends keyof Tree
    ? Tree[Path]
    : never

type Variable<Inside> = Inside extends `${infer Name}, ${infer Format}`
  ? { [Key in Name]: Format extends keyof Formats ? Formats[Format] : never }
  : { [Key in Inside & string]: string }

type Variables<Text> = Text extends `${string}{{${infer Inside}}}${infer Rest}`
  ? Variable<Inside> & Variables<Rest>
  : unknown

/** Path of a text in the locale: `value.line`. */
export type TextKey = Leaves<Texts>

/**
 * The variables of a text, none or exactly these; a number must name its format in the text. A text put together with
 * `+` has no literal type, so that its variables could not be checked: it does not compile.
 */
export type VariablesOf<Key extends TextKey> =
  string extends TextAt<Texts, Key>
    ? [neverPutTogetherWithPlus: never]
    : unknown extends Variables<TextAt<Texts, Key>>
      ? []
      : [variables: Variables<TextAt<Texts, Key>>]
