import { expect, test } from 'vitest'
import type { Candidate } from '#domain/cases/assigning.ts'
import { factOf, itemsOf } from '#domain/cases/operation.ts'
import { caseOperationOf } from '#domain/cases/operations/all.ts'
import { setContact } from '#domain/cases/operations/person.ts'
import { addNote } from '#domain/cases/operations/plan.ts'
import { withFact } from '#domain/cases/file.ts'
import { act, caseOf, looked, openCase } from '#src/app/cases/cases.ts'
import { askOpening, finishOpening, giveHalf, nameHolders } from '#src/app/cases/spare-keys.ts'
import { assign, leave } from '#src/app/cases/team-work.ts'
import { isSecond, unlocked } from '#src/app/cases/team.ts'
import { caseTeam, firstTalk, passphrase } from '#test/app/cases/case-team.ts'

const id = (n: number): string => `a0000000-0000-8000-8000-00000000000${n}`
const worker: Candidate = {
  isOfTeam: true,
  lacksTraining: false,
  officerOf: [],
  memberOf: [],
  isKin: false,
}
const wish = { to: id(5), why: 'worker-gone' } as const

/** A team of five, of whom three hold spare keys; the case is of the fourth, who is gone. */
const withHolders = async () => {
  const team = caseTeam()
  const desks = await Promise.all([1, 2, 3, 4, 5].map((n) => team.worker(id(n))))
  await nameHolders(team.needs, [id(1), id(2), id(3)])
  const { code } = await openCase(team.needs, desks[3]!, firstTalk)
  return { team, desks, code }
}

for (const [first, second] of [
  [0, 1],
  [0, 2],
  [1, 2],
] as const)
  test(`holders ${first + 1} and ${second + 1} open a case together, and neither does alone`, async () => {
    const { team, desks, code } = await withHolders()
    const { needs } = team
    const asked = await askOpening(needs, desks[first]!, { code, ...wish, candidate: worker })
    expect(asked.outcome).toBe('recorded')
    const alone = await finishOpening(needs, desks[first]!, code, { ...wish, candidate: worker })
    expect(alone).toEqual({ outcome: 'refused', code: 'half-missing' })
    expect((await giveHalf(needs, desks[second]!, code, wish)).outcome).toBe('recorded')
    const done = await finishOpening(needs, desks[first]!, code, { ...wish, candidate: worker })
    expect(done.outcome).toBe('recorded')
    const { file } = (await caseOf(needs, desks[4]!, code))!
    expect(file.opened).toMatchObject([{ to: id(5), why: 'worker-gone' }])
  })

test('a half is given for what was read, and not for what was asked meanwhile', async () => {
  const { team, desks, code } = await withHolders()
  await askOpening(team.needs, desks[0]!, { code, ...wish, candidate: worker })
  const swapped = { code, to: id(1), why: 'in-danger', candidate: worker } as const
  await askOpening(team.needs, desks[0]!, swapped)
  expect(await giveHalf(team.needs, desks[1]!, code, wish)).toMatchObject({ outcome: 'refused' })
  const another = await askOpening(team.needs, desks[1]!, { code, ...wish, candidate: worker })
  expect(another).toEqual({ outcome: 'refused', code: 'opening-of-another' })
})

test('spare keys open nothing to an officer of a fund, and nothing by whoever holds none any more', async () => {
  const { team, desks, code } = await withHolders()
  const officer = { ...worker, officerOf: ['f1'] }
  const asked = await askOpening(team.needs, desks[0]!, { code, ...wish, candidate: officer })
  expect(asked).toEqual({ outcome: 'refused', code: 'not-to-be-let-in' })
  await askOpening(team.needs, desks[0]!, { code, ...wish, candidate: worker })
  await nameHolders(team.needs, [id(1), id(3), id(5)])
  const half = await giveHalf(team.needs, desks[1]!, code, wish)
  expect(half).toEqual({ outcome: 'refused', code: 'not-of-this-pair' })
})

test('wrong passphrases of a colleague shut out whoever types them, and nobody else', async () => {
  const { team } = await withHolders()
  const asked = { asker: id(4), userId: id(5), passphrase: 'not the passphrase' }
  for (let n = 0; n < 6; n += 1) expect(await isSecond(team.needs, asked)).toBe(false)
  expect(await isSecond(team.needs, { ...asked, passphrase })).toBe(false)
  expect(await isSecond(team.needs, { ...asked, asker: id(3), passphrase })).toBe(true)
  const own = await unlocked(team.needs, { userId: id(5), passphrase })
  expect(typeof own === 'object' && 'privateKey' in own).toBe(true)
})

test('who was said to be kin stays out, whatever is ticked the next time', async () => {
  const { team, desks, code } = await withHolders()
  const let_ = (candidate: Candidate) =>
    assign(team.needs, desks[3]!, { code, userId: id(5), candidate })
  const no = { outcome: 'refused', code: 'kin-of-the-case' }
  expect(await let_({ ...worker, isKin: true })).toEqual(no)
  expect(await let_(worker)).toEqual(no)
})

test('the file tells whom somebody let in and out', async () => {
  const { team, desks, code } = await withHolders()
  await assign(team.needs, desks[3]!, { code, userId: id(5), candidate: worker })
  await leave(team.needs, desks[3]!, { code, userId: id(5), isKin: false })
  const { file } = (await caseOf(team.needs, desks[3]!, code))!
  expect(file.opened?.map(({ to, why }) => [to, why])).toEqual([
    [id(5), 'let-in'],
    [id(5), 'let-out'],
  ])
})

test('a word that is sent twice takes no other one away', async () => {
  const { team, desks, code } = await withHolders()
  const { file } = (await caseOf(team.needs, desks[3]!, code))!
  const say = (one: typeof file, when: string, by: string) =>
    withFact(
      one,
      { name: 'contact', value: { way: 'call', when } },
      { by, on: '2026-11-02', seen: 1 },
    )
  const twice = say(say(say(file, 'at noon', 'A'), 'at night', 'B'), 'at night', 'B')
  expect(twice.facts['contact']!.others.map(({ value }) => value['when'])).toEqual(['at noon'])
  expect(factOf(twice, setContact)?.when).toBe('at night')
})

test('a case that others look at all the time is found all the same', async () => {
  const { team, desks, code } = await withHolders()
  const looks = Promise.all([1, 2, 3].map(() => looked(team.needs, desks[3]!, code)))
  const found = await Promise.all([1, 2, 3, 4, 5].map(() => caseOf(team.needs, desks[3]!, code)))
  await looks
  expect(found.every((one) => one !== undefined)).toBe(true)
})

test('a full case can still be read and ended, no is still no in it, and each word of Khmer in it is as it was written', async () => {
  const { team, desks, code } = await withHolders()
  const tell = (command: string, said: object) =>
    act(team.needs, desks[3]!, { code, operation: caseOperationOf(command)!, said })
  for (let n = 1; n <= 8; n += 1) {
    const yes = { purpose: 'research', receiver: `College ${n}`, fields: ['sex'], how: 'spoken' }
    expect(await tell('GiveConsent', yes)).toMatchObject({ outcome: 'recorded' })
  }
  // Three bytes a sign, of which pieces of the file cut some in two.
  const note = `ក${'ស៊ើប'.repeat(74)}`
  let told
  do told = await tell('AddNote', { note })
  while (told.outcome === 'recorded')
  const small = { what: 'to ask', dueOn: '2026-11-09', whose: 'worker' }
  do told = await tell('AddTask', small)
  while (told.outcome === 'recorded')
  expect(told.code).toBe('case-full')
  const seen = await looked(team.needs, desks[3]!, code)
  const notes = itemsOf(seen!.file, addNote)
  expect(notes.length).toBeGreaterThan(100)
  expect(notes.every(({ value }) => value.note === note)).toBe(true)
  // Eight of them are more than what was left where the next small thing did not fit.
  for (const { item, version } of seen!.file.lists['consents']!)
    expect(await tell('WithdrawConsent', { item, seen: version })).toMatchObject({
      outcome: 'recorded',
    })
})

test('of two holders who give what they have each one’s stands', async () => {
  const { team, desks, code } = await withHolders()
  const { needs } = team
  await askOpening(needs, desks[0]!, { code, ...wish, candidate: worker })
  for (const giver of [desks[2]!, desks[1]!])
    expect((await giveHalf(needs, giver, code, wish)).outcome).toBe('recorded')
  // The second one finishes by what the third one gave first.
  const done = await finishOpening(needs, desks[1]!, code, { ...wish, candidate: worker })
  expect(done.outcome).toBe('recorded')
})
