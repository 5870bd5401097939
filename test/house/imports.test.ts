import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const SRC = fileURLToPath(new URL('../../src', import.meta.url))

/** Rooms by floor, as drawn in docs/architecture.md: imports go down, never sideways between rooms of a floor, and never up. */
const FLOORS: Record<string, number> = {
  'chitieu.mjs': 9,
  'check-node.mjs': 9,
  'cli.ts': 8,
  commands: 7,
  'main.ts': 6,
  'service.ts': 5.2,
  'channel-check.ts': 5.15,
  'off-channels.ts': 5.05,
  'channel-parts.ts': 5.1,
  'health.ts': 5.1,
  'heartbeat.ts': 5.1,
  'sending.ts': 5.1,
  'menus.ts': 5.1,
  'channel-keep.ts': 4,
  'app.ts': 5,
  'arrivals.ts': 5.1,
  'first-start.ts': 5.1,
  bot: 4,
  jobs: 4,
  http: 4,
  replies: 3,
  notices: 3.3,
  watch: 3.6,
  notify: 3,
  sample: 3,
  answers: 2,
  imports: 2,
  ask: 1,
  channels: 1,
  db: 1,
  i18n: 1,
  'channel-list.ts': 1.1,
  'disk.ts': 1.1,
  'config.ts': 1.2,
  settings: 1,
  'metrics.ts': 1,
  core: 0,
  lib: 0,
}

/** Packages that one room alone may import. */
const ONLY_IN: Record<string, string> = {
  'drizzle-orm': 'db',
  'better-sqlite3': 'db',
  'node-cron': 'jobs',
  telegraf: 'channels/telegram',
  fastify: 'http',
  i18next: 'i18n',
  echarts: 'replies',
  qrcode: 'replies',
}

interface Import {
  from: string
  to: string
}

const files = globSync('**/*.ts', { cwd: SRC }).filter(file => !file.startsWith('http/page/'))

function importsOf(file: string): string[] {
  const text = readFileSync(join(SRC, file), 'utf8')
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(found => found[1] ?? '')
}

function roomOf(path: string): string {
  const [first = '', second = ''] = path.split('/')
  if (first === 'channels') return path.split('/').length > 2 ? `channels/${second}` : 'channels'
  return first
}

function floorOf(room: string): number {
  const floor = FLOORS[room.startsWith('channels') ? 'channels' : room]
  if (floor === undefined) throw new Error(`the room ${room} has no floor`)
  return floor
}

const inside: Import[] = files.flatMap(file =>
  importsOf(file)
    .filter(target => target.startsWith('.'))
    .map(target => ({ from: file, to: normalize(join(dirname(file), target)) }))
    .filter(({ to }) => !to.startsWith('..')),
)

test('imports go down: never up, never sideways between rooms of a floor', () => {
  const wrong = inside.filter(({ from, to }) => {
    const [own, other] = [roomOf(from), roomOf(to)]
    if (own === other || other === 'channels') return floorOf(other) > floorOf(own)
    return floorOf(other) >= floorOf(own)
  })
  expect(inside.length).toBeGreaterThan(200)
  expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
})

test('no file imports itself over others', () => {
  const next = Map.groupBy(inside, ({ from }) => from)
  const done = new Set<string>()
  const circles: string[] = []
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) {
      circles.push([...path.slice(path.indexOf(file)), file].join(' → '))
      return
    }
    if (done.has(file)) return
    for (const { to } of next.get(file) ?? []) visit(to, [...path, file])
    done.add(file)
  }
  for (const file of files) visit(file, [])
  expect(circles).toEqual([])
})

test.each(Object.entries(ONLY_IN))('%s is imported by %s alone', (name, room) => {
  const importers = files.filter(file =>
    importsOf(file).some(target => target === name || target.startsWith(`${name}/`)),
  )
  expect(importers.length).toBeGreaterThan(0)
  expect(importers.filter(file => !file.startsWith(`${room}/`))).toEqual([])
})

test('only the clock reads the clock, and only the edge reads the environment', () => {
  const clock = /Date\.now\(\)|new Date\(\)|Temporal\.Now|performance\.now\(/
  const readers = files.filter(file => clock.test(readFileSync(join(SRC, file), 'utf8')))
  expect(readers).toEqual(['lib/clock.ts'])
  const environment = files.filter(file => readFileSync(join(SRC, file), 'utf8').includes('process.env'))
  // `chitieu.mjs`, plain JavaScript, hands its process over.
  expect(environment).toEqual([])
})

test('no sentence of a language stands in src', () => {
  const sentence = /['"`][^'"`]*[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđơư][^'"`]* [^'"`]*['"`]/i
  const wrong = files.flatMap(file =>
    readFileSync(join(SRC, file), 'utf8')
      .split('\n')
      .map((line, index) => ({ line: line.trim(), at: `${file}:${index + 1}` }))
      .filter(({ line }) => sentence.test(line) && !/^(\/\/|\/?\*)/.test(line) && !/\s\/\/ /.test(line))
      .map(({ at }) => at),
  )
  const allowed = /^(sample|ask)\//
  expect(wrong.filter(at => !allowed.test(at))).toEqual([])
})
