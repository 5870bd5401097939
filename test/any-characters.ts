import { array, integer, type Arbitrary } from 'fast-check'

/**
 * A text of up to `maxLength` characters of any kind, halves of pairs included. The library's own `binary` texts begin
 * with a second of work in every process.
 */
export function anyCharacters(maxLength: number): Arbitrary<string> {
  return array(integer({ min: 0, max: 0x10_ff_ff }), { maxLength }).map(points =>
    String.fromCodePoint(...points),
  )
}
