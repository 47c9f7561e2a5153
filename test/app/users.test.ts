import { expect, test } from 'vitest'
import {
  type AskAnswer,
  answerAsk,
  ask,
  asksOf,
  dropAsks,
  membersAsking,
} from '#src/app/household/own-asks.ts'
import { declaredOf, kinshipWith, knownPeople } from '#src/app/members/particulars.ts'
import { bookOf } from '#src/app/queries.ts'
import { sealCardAnew, sealUserAnew } from '#src/app/identity/sealed-anew.ts'
import { issueCard, revokeCard } from '#src/app/identity/cards.ts'
import { signedBalanceOf } from '#src/app/household/signed-balance.ts'
import { addUser, keepSealed, secretFault, setDisabled } from '#src/app/identity/users.ts'
import { sha256 } from '#infra/system/system.ts'
import { fundId, networkId, smallNetwork } from '#test/support/small-network.ts'
import { beginningsOf } from '#test/support/committee.ts'
import { fundBookOf, storyOf } from '#test/support/village.ts'

const twoSignedIn = async () => {
  const its = await smallNetwork()
  const [ann, bopha] = [await its.person('ann'), await its.person('bopha')]
  for (const one of [ann, bopha]) await its.sessionOf(one)
  const open = async () =>
    (await its.kept.openSessions(networkId))
      .map(({ userId }) => (userId === ann.userId ? 'ann' : 'bopha'))
      .toSorted()
  const now = async () => (await its.kept.user(networkId, ann.userId))!
  return { ...its, ann, bopha, open, now }
}

test('whoever is shut out is out at once, with all sessions, and nobody else is', async () => {
  const { needs, ann, open, now } = await twoSignedIn()
  expect(await open()).toEqual(['ann', 'bopha'])
  await setDisabled(needs, ann, true)
  expect(await open()).toEqual(['bopha'])
  expect((await now()).disabledAt).toBe(needs.clock())
  await setDisabled(needs, ann, false)
  expect((await now()).disabledAt).toBeUndefined()
  expect(await open()).toEqual(['bopha'])
})

test('a new secret ends what was signed in with the old one, and leaves what else was changed meanwhile', async () => {
  const { needs, kept, ann, open, now } = await twoSignedIn()
  const later = { ...(await now()), login: 'Ann Sok', loginKey: 'annsok' }
  await kept.keepUser(later)
  await keepSealed(needs, ann, 'sealed anew')
  expect(await open()).toEqual(['bopha'])
  expect(await now()).toEqual({ ...later, secret: 'sealed anew' })
  await setDisabled(needs, ann, true)
  expect(await now()).toMatchObject({ login: 'Ann Sok', secret: 'sealed anew' })
})

test('a login is kept as it was typed without the blanks after it, in one line, once', async () => {
  const { needs } = await smallNetwork()
  const added = async (login: string) => {
    const user = await addUser(needs, { networkId, login })
    return 'code' in user ? user.code : user.login
  }
  expect(await added('Sok Dara  ')).toBe('Sok Dara')
  expect(await added('sokdara')).toBe('login-taken')
  expect(await added('Sok\nDara')).toBe('login-not-a-name')
  expect(await added('Sok\tDara')).toBe('login-not-a-name')
  expect(await added('Sok\u2028Dara')).toBe('login-not-a-name')
  expect(await added('!sok')).toBe('login-not-a-name')
  expect(await added('Chan\n')).toBe('Chan')
})

test('a secret is twelve signs at least and two hundred at most, each sign counted once', () => {
  const code = (secret: string) => secretFault(secret, 'ann')?.code
  expect(code('green boats')).toBe('secret-too-short')
  expect(code('green boats7')).toBeUndefined()
  expect(code('abcdefgh '.repeat(30).slice(0, 200))).toBeUndefined()
  expect(code('abcdefgh '.repeat(30).slice(0, 201))).toBe('secret-too-long')
  // An accent that is typed beside its letter is one sign with it.
  expect(code('gre\u0301en boats')).toBe('secret-too-short')
  expect(code('gre\u0301en boats7')).toBeUndefined()
})

test('a secret is sealed anew only where nobody has changed it meanwhile', async () => {
  const { needs, kept, person } = await smallNetwork()
  const ann = await person('ann')
  const now = async () => (await kept.user(networkId, ann.userId))?.secret
  await sealUserAnew(needs, { ...ann, secret: 'another' }, 'secret of ann')
  expect(await now()).toBe(ann.secret)
  await sealUserAnew(needs, ann, 'secret of ann')
  expect(await now()).not.toBe(ann.secret)
  await sealUserAnew(needs, { ...ann, userId: 'gone' }, 'secret of ann')
  const { card, pin } = await issueCard(needs, { fundId, memberId: 'm1' })
  const cardNow = async () => (await kept.cards(fundId))[0]!
  await sealCardAnew(needs, { ...card, secret: 'another' }, pin)
  expect((await cardNow()).secret).toBe(card.secret)
  await revokeCard(needs, networkId, card)
  await sealCardAnew(needs, card, pin)
  // It stays stopped, whatever its seal.
  expect((await cardNow()).revokedAt).toBeDefined()
  expect((await cardNow()).secret).not.toBe(card.secret)
  await sealCardAnew(needs, { ...card, cardId: 'gone' }, pin)
})

test('wishes wait until they are answered, each at its place, and of an erased member none is left', async () => {
  const { kept } = await smallNetwork()
  const whose = (memberId: string) => ({ fundId, memberId })
  const wish = { part: 'name', wish: 'correct', on: '2025-02-01' } as const
  await kept.keep(fundId, [{ subject: 'goal:m9', text: '[{"kind":"school"}]' }])
  await ask(kept, whose('m1'), wish)
  await ask(kept, whose('m1'), { ...wish, wish: 'erase' })
  await ask(kept, whose('m2'), wish)
  expect([...(await membersAsking(kept, fundId))].toSorted()).toEqual(['m1', 'm2'])
  const answer = (place: number, said: AskAnswer) =>
    answerAsk(kept, whose('m1'), { place, answer: said, on: '2025-02-02' })
  await answer(1, 'done')
  await answer(1, 'not-done')
  await answer(7, 'done')
  expect((await asksOf(kept, whose('m1'))).map((one) => one.answer)).toEqual([undefined, 'done'])
  // One of two waits still.
  expect((await membersAsking(kept, fundId)).has('m1')).toBe(true)
  await answer(0, 'done')
  expect([...(await membersAsking(kept, fundId))]).toEqual(['m2'])
  await dropAsks(kept, whose('m2'))
  expect((await kept.of(fundId)).get('asked:m2') ?? '').toBe('')
  expect([...(await membersAsking(kept, fundId))]).toEqual([])
})

test('people are listed by card with the names and faces that are known, and who has left', async () => {
  const { kept, entered } = await smallNetwork()
  await entered([
    { type: 'RecordMemberChange', effectiveOn: '2025-02-01', memberId: 'm2', change: 'left' },
  ])
  await kept.keepNames(fundId, [{ fundId, memberId: 'm1', khmer: undefined, latin: 'Dara' }])
  const book = (await bookOf(kept, fundId))!
  const members = book.members.toReversed()
  const people = await knownPeople(kept, fundId, { members, day: '2025-02-01' })
  expect(people.map(({ card }) => card)).toEqual([
    'M1',
    'M2',
    'M3',
    'M4',
    'M5',
    'O1',
    'O2',
    'O3',
    'O4',
    'O5',
  ])
  expect(people[0]).toMatchObject({ isFormer: false, hasPhoto: false, name: { latin: 'Dara' } })
  expect(people[1]).toMatchObject({ isFormer: true, name: undefined })
  const before = await knownPeople(kept, fundId, { members, day: '2025-01-31' })
  expect(before[1]!.isFormer).toBe(false)
  expect(declaredOf([{ firstId: 'm1', secondId: 'm2', relation: 'sibling' }], 'm1')).toEqual([
    { otherId: 'm2', is: 'sibling' },
  ])
  expect(kinshipWith('m1', 'm2', 'sibling')).toEqual({
    firstId: 'm2',
    secondId: 'm1',
    relation: 'sibling',
  })
})

test('a signed balance tells cash of other currencies apart, and no account that came to nothing', () => {
  const book = fundBookOf(
    storyOf([
      ...beginningsOf(),
      { type: 'RecordDeposit', effectiveOn: '2025-02-01', memberId: 'm1', amount: 500 },
      { type: 'RecordWithdrawal', effectiveOn: '2025-02-02', memberId: 'm1', amount: 500 },
    ]),
  )
  const balance = signedBalanceOf({ fundId, book, hash: sha256 }, '2025-02-02')
  expect(balance.owes).toEqual([])
  expect(balance.has.map(({ kind, amount }) => [kind, amount])).toEqual([
    ['asset:cash-box', 100_000_000],
  ])
  const usd = { account: 'asset:foreign-box:USD', currency: 'USD', isClosing: false } as const
  const mixed = {
    ...book,
    balances: [...book.balances, { ...usd, on: '2025-02-01', amount: 10_000 }],
  }
  const told = signedBalanceOf({ fundId, book: mixed, hash: sha256 }, '2025-02-02')
  expect(told.foreign).toEqual([{ kind: 'asset:foreign-box', currency: 'USD', amount: 10_000 }])
  expect([told.own, told.booked]).toEqual([100_000_000, 100_000_000])
  expect(told.hash).not.toBe(balance.hash)
})
