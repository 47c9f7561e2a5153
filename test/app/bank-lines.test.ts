import { expect, test } from 'vitest'
import { roles } from '#domain/access/roles.ts'
import { matchCommands } from '#src/app/bank-lines.ts'
import { bySexFor, isOfVillage } from '#src/app/health/by-sex.ts'
import { committeeStory } from '#test/support/committee.ts'
import { admitted, fundBookOf } from '#test/support/village.ts'

const subject = (kind: string, key: string, data: object) => ({
  kind,
  key,
  data: JSON.stringify(data),
})

test('a line of the bank that was confirmed and taken back is confirmed anew under another id', async () => {
  const store = {
    subjects: async () =>
      [
        subject('bank-line', 'a', { entryId: 'a1', isTakenBack: true }),
        subject('bank-line', 'b', { entryId: 'b1' }),
        // What was taken back elsewhere is no line of the bank.
        subject('loan', 'c', { entryId: 'c1', isTakenBack: true }),
      ] as never,
  }
  const line = (mark: string) => ({
    effectiveOn: '2025-02-20',
    place: 'bank' as const,
    amount: 500,
    mark,
    entryIds: [],
  })
  const idOf = (mark: string, isTakenBack: (id: string) => boolean): string =>
    isTakenBack(`${mark}1`) ? `${mark}2` : `${mark}1`
  const confirmed = ['a', 'b', 'c', 'd'].map(line)
  const commands = await matchCommands(store, 'f1', { confirmed, idOf })
  expect(commands.map(({ id }) => id)).toEqual(['a2', 'b1', 'c1', 'd1'])
  expect(commands[0]).toEqual({ ...line('a'), id: 'a2', v: 1, type: 'MatchBankLine' })
})

test('the village sees women and men as they are counted, and others no count of one to four', () => {
  const men = ['a', 'b', 'c', 'd'].map((id) => admitted(id, { sex: 'm' }))
  const book = fundBookOf(committeeStory(men))
  const period = { from: '2025-01-01', to: '2025-12-31' }
  expect(bySexFor(book, period, true).members).toEqual({ women: 10, men: 4 })
  expect(bySexFor(book, period, false).members).toEqual({ women: null, men: null })
})

test('of the village is who has a card of its households, whatever else they hold', () => {
  expect(roles.filter((role) => isOfVillage([role]))).toEqual(['household-member'])
  expect(isOfVillage(['auditor', 'household-member'])).toBe(true)
  expect(isOfVillage([])).toBe(false)
})
