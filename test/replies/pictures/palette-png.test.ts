import { crc32, inflateSync } from 'node:zlib'
import { Resvg } from '@resvg/resvg-js'
import { array, assert, constantFrom, integer, property, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { palettePng } from '../../../src/replies/pictures/palette-png.ts'

/** The parts of a PNG, each with its sum proven. */
function partsOf(png: Uint8Array): Map<string, Buffer> {
  const bytes = Buffer.from(png)
  const parts = new Map<string, Buffer>()
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at)
    const named = bytes.subarray(at + 4, at + 8 + length)
    expect(bytes.readUInt32BE(at + 8 + length)).toBe(crc32(named))
    parts.set(named.toString('latin1', 0, 4), named.subarray(4))
    at += 12 + length
  }
  return parts
}

function pixelsOf(png: Uint8Array, width: number, height: number): number[][] {
  const parts = partsOf(png)
  const [palette, packed] = [parts.get('PLTE'), parts.get('IDAT')]
  if (!palette || !packed) throw new Error('no picture')
  const rows = inflateSync(packed)
  return Array.from({ length: height }, (_, y) => [
    ...rows.subarray(y * (width + 1) + 1, (y + 1) * (width + 1)),
  ]).map(row => row.flatMap(place => [...palette.subarray(place * 3, place * 3 + 3), 255]))
}

test('the pixels of a picture come back as they were', () => {
  const colour = constantFrom([255, 255, 255], [0, 0, 0], [31, 95, 168], [217, 123, 41])
  const picture = tuple(integer({ min: 1, max: 9 }), integer({ min: 1, max: 9 })).chain(([width, height]) =>
    array(colour, { minLength: width * height, maxLength: width * height }).map(colours => ({
      width,
      height,
      colours,
    })),
  )
  assert(
    property(picture, ({ width, height, colours }) => {
      const bytes = Uint8Array.from(colours.flatMap(one => [...one, 255]))
      const png = palettePng({ width, height, bytes })
      expect(pixelsOf(png, width, height).flat()).toEqual([...bytes])
    }),
    { numRuns: 50 },
  )
})

test('a program that reads pictures reads it', () => {
  const bytes = Uint8Array.from({ length: 4 * 12 * 8 }, (_, index) =>
    index % 4 === 3 ? 255 : 40 * (index % 4),
  )
  const png = palettePng({ width: 12, height: 8, bytes })
  const href = `data:image/png;base64,${Buffer.from(png).toString('base64')}`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="12" height="8"><image href="${href}" width="12" height="8"/></svg>`
  expect(new Uint8Array(new Resvg(svg).render().pixels)).toEqual(bytes)
})

/** So many colours, one pixel each, and the last once more. */
function shades(count: number): Uint8Array {
  return Uint8Array.from(
    Array.from({ length: count + 1 }, (_, at) => Math.min(at, count - 1)).flatMap(at => [
      at & 255,
      at >> 8,
      0,
      255,
    ]),
  )
}

test('of more than 256 colours the rarer become the nearest of the others', () => {
  for (const count of [256, 257, 300]) {
    const bytes = shades(count)
    const read = pixelsOf(palettePng({ width: count + 1, height: 1, bytes }), count + 1, 1).flat()
    const apart = read.map((value, at) => Math.abs(value - bytes[at]!))
    expect(apart.slice(-4)).toEqual([0, 0, 0, 0])
    expect(apart.filter(one => one > 0).length).toBe(count - 256)
    expect(Math.max(...apart)).toBeLessThanOrEqual(1)
  }
})
