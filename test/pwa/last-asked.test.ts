import { expect, test } from 'vitest'
import { lastAsked } from '#src/pwa/last-asked.ts'

test('what a phone was asked for last stands, whichever answer comes last', async () => {
  const taken: string[] = []
  const take = lastAsked<string>((one) => taken.push(one))
  const older = Promise.withResolvers<string>()
  const newer = Promise.withResolvers<string>()
  const both = [take(older.promise), take(newer.promise)]
  newer.resolve('all of the table')
  await both[1]
  older.resolve('who is here')
  await both[0]
  expect(taken).toEqual(['all of the table'])
  await take(Promise.resolve('the code'))
  expect(taken).toEqual(['all of the table', 'the code'])
})
