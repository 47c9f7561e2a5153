import fc from 'fast-check'

/**
 * Any character that there is, used or not, and no half of one: what fast-check calls `binary`, which lays all of them out in a
 * table first, for a second of time.
 */
export const anyCharacter: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: 0x10ffff - 0x800 })
  .map((place) => String.fromCodePoint(place < 0xd800 ? place : place + 0x800))
