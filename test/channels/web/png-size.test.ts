import { expect, test } from 'vitest'
import { pngSize } from '../../../src/channels/web/png-size.ts'

/** The header of a PNG of this size. */
function header(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(33)
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52])
  new DataView(bytes.buffer).setUint32(16, width)
  new DataView(bytes.buffer).setUint32(20, height)
  return bytes
}

test('the size of a PNG is read from its header, also inside a larger buffer', () => {
  expect(pngSize(header(1200, 750))).toEqual({ width: 1200, height: 750 })
  const larger = new Uint8Array(100)
  larger.set(header(640, 400), 7)
  expect(pngSize(larger.subarray(7))).toEqual({ width: 640, height: 400 })
})

test.each([
  ['nothing', new Uint8Array(0)],
  ['a cut header', header(1, 1).subarray(0, 20)],
  ['a JPEG', Uint8Array.from([0xff, 0xd8, 0xff, ...new Uint8Array(40)])],
])('%s has no size', (_name, bytes) => {
  expect(pngSize(bytes)).toEqual({ width: null, height: null })
})
