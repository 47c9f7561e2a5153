import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amountMax, currencyCodes } from '#domain/kernel/money.ts'
import { app } from '#src/http/app.ts'
import { clipsPath } from '#src/pages/clip-files.ts'
import { clipNames, clipWords, clipsOf } from '#src/words/clips.ts'
import { spokenWords } from '#src/words/spoken-words.ts'
import { moneyInWords } from '#src/words/locale.ts'
import { ourHost, practice } from '#test/support/service.ts'

const wordOf = new Map(spokenWords.map(([name, word]) => [name, word]))

test('212,000 riel are two, hundred thousand, one, ten thousand, two, thousand, riel', () => {
  expect(clipsOf({ amount: 212_000, currency: 'KHR' })).toEqual(
    'two hundred-thousand one ten-thousand two thousand riel'.split(' '),
  )
})

test('each clip was made of the word that the catalogue writes today, and none begins with another', () => {
  const said = clipWords()
  expect(clipNames.map((name, i) => [name, said[i]])).toEqual(
    clipNames.map((name) => [name, wordOf.get(name)]),
  )
  expect(clipNames.toSorted()).toEqual([...wordOf.keys()].toSorted())
  for (const word of said)
    expect(
      said.filter((other) => other.startsWith(word)),
      word,
    ).toEqual([word])
})

test('what is heard of any sum is what is written of it, word for word', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -amountMax, max: amountMax }),
      fc.constantFrom(...currencyCodes),
      (amount, currency) => {
        const heard = clipsOf({ amount, currency })!.map((name) => wordOf.get(name))
        const written = moneyInWords({ amount, currency }, 'km').replaceAll(/\s/g, '')
        expect(heard.join('')).toBe(written)
      },
    ),
  )
})

test('all clips together are small, each is served for a year, and none is there twice', async () => {
  const { needs } = await practice()
  const service = app(needs)
  const sizes = await Promise.all(
    spokenWords.map(async ([name]) => {
      const path = clipsPath.replace(':word', `${name}.mp3`)
      const answer = await service.request(path, { headers: { host: ourHost } })
      expect(answer.headers.get('content-type')).toBe('audio/mpeg')
      expect(answer.headers.get('cache-control')).toContain('immutable')
      const bytes = new Uint8Array(await answer.arrayBuffer())
      // A frame of MPEG audio begins so.
      expect([bytes[0], bytes[1]! & 0xe0]).toEqual([0xff, 0xe0])
      return bytes.length
    }),
  )
  expect(new Set(spokenWords.map(([name]) => name)).size).toBe(spokenWords.length)
  expect(Math.max(...sizes)).toBeLessThan(4096)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(64 * 1024)
})
