import { expect, test } from 'vitest'
import { bookOf } from '#src/app/queries.ts'
import { by, csv, fundId, heading, lines, officer, plain } from '#test/support/founded-fund.ts'
import { sheetTaken } from '#test/support/members-sheet.ts'

const { store, record, taking, entries } = sheetTaken()

/** Takes entries back: another officer than the one who wrote them stands behind it. */
const takingBack = async (...ids: readonly string[]): Promise<void> => {
  const about = { v: 1 as const, effectiveOn: '2026-01-01' }
  const office = '0198f3a0-0000-7000-8000-0000000000c0'
  const commands = ids.map((reverses, i) => ({
    ...about,
    id: office.replace(/.{4}$/, `d${String(i).padStart(3, '0')}`),
    type: 'ReverseEntry' as const,
    reverses,
    reason: 'wrong-amount' as const,
    approvedBy: officer,
  }))
  const answers = await record(
    fundId,
    [
      { ...about, id: office, type: 'AppointOfficer', memberId: officer, office: 'chair' },
      ...commands,
    ],
    by,
  )
  expect(answers.map((answer) => ('code' in answer ? answer.code : ''))).toEqual(
    answers.map(() => ''),
  )
}

const idsOf = async (type: string, sign: string): Promise<string[]> =>
  (await store().read(fundId, 0, 1000))
    .filter((row) => row.type === type && row.data.includes(sign))
    .map(({ id }) => id)

test('a line that was taken back makes room for the right one, and to try again changes nothing', async () => {
  await taking(plain)
  await takingBack(
    ...(await idsOf('SavingsTakenOver', '900000')),
    ...(await idsOf('LoanTakenOver', '"L7"')),
  )
  const right = csv(heading, ...lines.with(1, 'M02,,m,Z1,800000,L7,250000,500000,10,2025-08-20'))
  expect(await taking(right)).toMatchObject({
    wasHere: false,
    members: 0,
    savings: 800_000,
    loans: 1,
    loansOwed: 250_000,
  })
  const before = await entries()
  expect(await taking(right)).toMatchObject({ wasHere: true, savings: 0, loans: 0 })
  expect(await entries()).toBe(before)
  const { loans } = (await bookOf(store(), fundId))!
  expect(loans.map(({ number, origin }) => [number, origin]).toSorted()).toMatchObject([
    ['L7', { owed: 250_000 }],
    ['L8', { owed: 100_000 }],
  ])
  // What was wrong is not here any more, and the right one stands in its way.
  expect(await taking(plain)).toMatchObject({
    faults: [
      { row: 3, field: 'savings', code: 'here-otherwise' },
      { row: 3, field: 'loan_left', code: 'here-otherwise' },
    ],
  })
  expect(await entries()).toBe(before)
})

test('the same sheet after a line of it was taken back brings that line again', async () => {
  await taking(plain)
  await takingBack(...(await idsOf('SavingsTakenOver', '900000')))
  expect(await taking(plain)).toMatchObject({ wasHere: false, savings: 900_000, loans: 0 })
  expect(await taking(plain)).toMatchObject({ wasHere: true })
})

test('savings that were written by hand and taken back are not here', async () => {
  const written = '0198f3a0-0000-7000-8000-0000000000b2'
  const about = { v: 1 as const, effectiveOn: '2026-01-01', memberId: officer }
  // Somebody else than the officer who stands behind it.
  await taking(csv(heading, 'M03,,f,Z2,,,,,,'))
  const { memberId } = (await bookOf(store(), fundId))!.members.find(({ card }) => card === 'M03')!
  await record(
    fundId,
    [{ ...about, memberId, id: written, type: 'TakeOverSavings', amount: 5_000 }],
    by,
  )
  await takingBack(written)
  const right = csv(heading, 'M03,,f,Z2,6000,,,,,')
  expect(await taking(right)).toMatchObject({ wasHere: false, savings: 6_000 })
})
