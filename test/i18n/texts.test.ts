import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { texts } from '../../locales/vi/texts.ts'

/** The parts of the locale that replies say; each other room looks after its own. */
const OWN = [
  'answers',
  'charts',
  'choices',
  'definitions',
  'digests',
  'features',
  'figures',
  'notices',
  'periods',
  'system',
  'units',
]

const source = readdirSync(new URL('../../src', import.meta.url), { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts'))
  .map(file => readFileSync(new URL(`../../src/${file}`, import.meta.url), 'utf8'))
  .join('\n')

function leaves(tree: object, path = ''): [key: string, text: string][] {
  return Object.entries(tree).flatMap(([name, value]: [string, unknown]) => {
    const key = path === '' ? name : `${path}.${name}`
    if (typeof value === 'string') return [[key, value] as [string, string]]
    return typeof value === 'object' && value !== null ? leaves(value, key) : []
  })
}

const own = leaves(texts).filter(([key]) => OWN.includes(key.split('.')[0]!))

test('every text is said somewhere', () => {
  const said = new Set([...source.matchAll(/\b[a-z]+(?:\.(?:\w|\$\{[^}]*\})+)+/gi)].map(match => match[0]))
  const patterns = [...said]
    .filter(key => OWN.includes(key.split('.')[0]!))
    .map(key => new RegExp(`^${key.replaceAll('.', '\\.').replaceAll(/\$\{[^}]*\}/g, '\\w+')}$`))
  const unsaid = own.filter(([key]) => !patterns.some(pattern => pattern.test(key))).map(([key]) => key)
  expect(unsaid).toEqual([])
})

test('every text is composed (NFC), without doubled or outer spaces, exclamations or emojis', () => {
  for (const [, text] of own) {
    expect(text).toBe(text.normalize('NFC'))
    expect(text).toBe(text.trim())
    expect(text).not.toMatch(/ {2}|!|\p{Extended_Pictographic}/u)
  }
})

test('differences of percents are never called percent', () => {
  const difference = /(thiếu|vượt|tăng|giảm|hơn) \{\{[a-z]+, percent\}\}/i
  expect(own.filter(([, text]) => difference.test(text))).toEqual([])
})
