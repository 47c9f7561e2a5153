import fc from 'fast-check'
import { anyCharacter } from '#test/support/any-character.ts'

/** Stands for a word that is another one in each request, so that an echo is found and told apart from what was kept. */
export const canaryMark = '@@canary@@'

const textsPlain = [
  canaryMark,
  `<script>${canaryMark}</script>`,
  `"><img src=x onerror=alert('${canaryMark}')>`,
  `javascript:${canaryMark}`,
  `${canaryMark}\r\nset-cookie: a=b`,
  `${canaryMark}\u0000`,
  `\u0000${canaryMark}`,
  `${canaryMark}\ud800`,
  `\udc00${canaryMark}`,
  `\u202e${canaryMark}\u2066`,
  `${canaryMark}\u2028x`,
  `' OR 1=1 -- ${canaryMark}`,
  `../../${canaryMark}`,
  `%00%2e%2e%2f${canaryMark}`,
  `%s%n\${${canaryMark}}`,
  '__proto__',
  'constructor',
  'NaN',
  '១២៣៤៥៦',
  '-0',
  '1e400',
  '0x10',
  '99999999999999999999999',
  '2025-02-30',
  '0000-00-00',
  '-271821-04-20T00:00:00Z',
  '9999-12-31T23:59:59-23:59',
  '',
  ' ',
  '\u200b',
  'undefined',
  'null',
  '[object Object]',
]

/** Texts that somebody types who means harm, short ones far more often than one that weighs a lot. */
export const oddText: fc.Arbitrary<string> = fc.oneof(
  { weight: 40, arbitrary: fc.constantFrom(...textsPlain) },
  { weight: 8, arbitrary: fc.string({ unit: anyCharacter, maxLength: 20 }) },
  { weight: 4, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) },
  { weight: 1, arbitrary: fc.constant(canaryMark.repeat(10_000)) },
)

const nested = (open: string, close: string, depth: number): string =>
  open.repeat(depth) + close.repeat(depth)

const pieces = [
  'null',
  'true',
  '-1',
  '-0',
  '0',
  '1.5',
  '1e400',
  '-1e400',
  '1e-400',
  '9007199254740993',
  '999999999999999999999999999',
  'NaN',
  'Infinity',
  '[]',
  '{}',
  '[[]]',
  '{"__proto__":{"held":["chair"]}}',
  '{"constructor":{"prototype":{"held":["chair"]}}}',
  '{"toString":null}',
  '"\\u0000"',
  '"\\ud800"',
  '"\\udfff\\ud800"',
  nested('[', ']', 40),
  nested('{"a":', '1}', 20),
  '[',
  '"',
  '{"a":1,"a":2}',
  '',
]

/** Pieces of JSON text, of which some are none. */
export const oddJson: fc.Arbitrary<string> = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom(...pieces) },
  { weight: 10, arbitrary: oddText.map((text) => JSON.stringify(text)) },
  { weight: 2, arbitrary: fc.json({ maxDepth: 3 }) },
  { weight: 1, arbitrary: fc.constantFrom(nested('[', ']', 20_000), nested('{"a":', '1}', 5000)) },
)

export const oddBytes: fc.Arbitrary<Uint8Array<ArrayBuffer>> = fc.oneof(
  fc.uint8Array({ maxLength: 64 }).map((bytes) => new Uint8Array(bytes)),
  fc.constantFrom(
    new Uint8Array([0xff, 0xfe, 0x7b, 0]),
    new Uint8Array([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x7d]),
    new Uint8Array([0xef, 0xbb, 0xbf, 0x7b, 0x7d]),
    new Uint8Array(200_000).fill(0x5b),
    new Uint8Array(1024 * 1024 + 1).fill(0x20),
  ),
)

/** Now and then something odd in place of what is wanted. */
export const mostly = <T>(wanted: fc.Arbitrary<T>, odd: fc.Arbitrary<T>, oneIn = 12) =>
  fc.oneof({ weight: oneIn - 1, arbitrary: wanted }, { weight: 1, arbitrary: odd })
