import fc from 'fast-check'
import { encode } from 'uqr'
import { expect, test } from 'vitest'
import {
  carriedCommandsMax,
  commandsIn,
  commandsInLines,
  linesOfCommands,
  packedCommands,
} from '#src/exchange/carried/commands.ts'
import { carriedMax, joined, partsOf } from '#src/exchange/carried/parts.ts'
import { crc32 } from '#domain/kernel/crc32.ts'
import { base45, unbase45 } from '#src/exchange/carried/signs.ts'

const bytesUpTo = (maxLength: number) => fc.uint8Array({ minLength: 1, maxLength })

test('the examples of RFC 9285 and of CRC-32', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  expect(base45(bytes('AB'))).toBe('BB8')
  expect(base45(bytes('Hello!!'))).toBe('%69 VD92EX0')
  expect(base45(bytes('base-45'))).toBe('UJCLQE7W581')
  expect(unbase45('QED8WEX0')).toEqual(bytes('ietf!'))
  for (const none of ['GGW', 'a', '::', 'AB!', 'A']) expect(unbase45(none), none).toBeUndefined()
  expect(crc32(bytes('123456789')).toString(16)).toBe('cbf43926')
})

test('whatever was sent comes together again, in any order and however often a part is read', () => {
  fc.assert(
    fc.property(bytesUpTo(3000), fc.infiniteStream(fc.nat()), (bytes, draws) => {
      const parts = partsOf(bytes)
      const read = [...parts, ...parts, 'https://elsewhere.example', '']
      for (let i = read.length - 1; i > 0; i -= 1) {
        const other = draws.next().value! % (i + 1)
        ;[read[i], read[other]] = [read[other]!, read[i]!]
      }
      expect(joined(read)).toEqual({ bytes })
    }),
  )
})

test('parts that are not there are named, and a spoilt one is not there', () => {
  fc.assert(
    fc.property(bytesUpTo(4000), fc.nat(), fc.nat(), (bytes, which, where) => {
      const parts = partsOf(bytes)
      const at = which % parts.length
      const line = parts[at]!
      const sign = line.lastIndexOf(':VP1') + 1 + (where % line.length)
      const other = line[sign] === 'A' ? 'B' : 'A'
      const spoilt = line.slice(0, sign) + other + line.slice(sign + 1)
      const found = joined(parts.with(at, spoilt))
      // Never other bytes than those that were sent.
      if ('bytes' in found) expect(found.bytes).toEqual(bytes)
      else expect(['none', 'missing', 'several', 'spoilt']).toContain(found.why)
      const without = joined(parts.toSpliced(at, 1))
      expect(without).toEqual(
        parts.length === 1
          ? { why: 'none' }
          : { why: 'missing', numbers: [at + 1], count: parts.length },
      )
    }),
  )
})

test('parts of two wholes are never put together', () => {
  const [one, other] = [partsOf(Uint8Array.from([1, 2])), partsOf(Uint8Array.from([1, 3]))]
  expect(joined([...one, ...other])).toEqual({ why: 'several' })
  expect(joined([])).toEqual({ why: 'none' })
})

test('each part fits a square code that a phone reads from a screen, and too much is refused', () => {
  const bytes = Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) & 255)
  for (const part of partsOf(bytes))
    expect(encode(part, { ecc: 'M' }).version).toBeLessThanOrEqual(20)
  expect(() => partsOf(new Uint8Array(carriedMax + 1))).toThrow(RangeError)
  expect(() => partsOf(new Uint8Array())).toThrow(RangeError)
})

const fundId = '019b6c5e-0000-7000-8000-000000000001'
const commands = Array.from({ length: 60 }, (_, i) => ({
  id: `019b6c5e-0000-7000-8000-${String(i).padStart(12, '0')}`,
  v: 1,
  type: 'RecordRepayment',
  effectiveOn: '2026-11-20',
  loanId: `019b6c5f-0000-7000-8000-${String(i * 31).padStart(12, '0')}`,
  amount: 20_000 + i * 500,
}))

test('a meeting of sixty repayments goes in a few square codes, and comes out as it went in', async () => {
  const lines = await linesOfCommands({ fundId, commands })
  expect(await commandsInLines(lines)).toEqual({ fundId, commands })
  expect(lines.length).toBeLessThanOrEqual(6)
})

test('what is no list of commands is taken for none, and what would unpack into too much is not unpacked', async () => {
  const packed = async (value: unknown) => {
    const stream = new Blob([JSON.stringify(value)])
      .stream()
      .pipeThrough(new CompressionStream('deflate-raw'))
    return new Uint8Array(await new Response(stream).arrayBuffer())
  }
  for (const odd of [null, [], {}, { format: 'village-fund/commands/2', fundId, commands }])
    expect(await commandsIn(await packed(odd))).toBeUndefined()
  const whole = await packedCommands({ fundId, commands })
  expect(await commandsIn(whole.subarray(0, -3))).toBeUndefined()
  expect(await commandsIn(await packed('x'.repeat(5_000_000)))).toBeUndefined()
  expect(await commandsIn(await packedCommands({ fundId, commands: [] }))).toBeUndefined()
})

test('as many commands are carried as the service takes at once, and not one more', async () => {
  const carried = async (count: number): Promise<number | undefined> => {
    const many = Array.from({ length: count }, () => ({ type: 'x' }))
    return (await commandsIn(await packedCommands({ fundId, commands: many })))?.commands.length
  }
  expect(await carried(carriedCommandsMax)).toBe(carriedCommandsMax)
  expect(await carried(carriedCommandsMax + 1)).toBeUndefined()
})
