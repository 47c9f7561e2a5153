import { expect, test } from 'vitest'
import { signedBalanceOf } from '#src/app/household/signed-balance.ts'
import { dayTyped } from '#src/desk/typed-day.ts'
import { languages } from '#src/words/catalogue.ts'
import { entranceWords, memberFormWords, memberWords } from '#src/words/words.ts'
import { dateInWords } from '#src/words/locale.ts'
import { chairsWord, check, lending, somebodyFree, written } from '#test/http/lending/at-lending.ts'
import { pageText } from '#test/pages/page-text.ts'
import { practice, practiceDay } from '#test/support/service.ts'

const textOf = async (at: Awaited<ReturnType<typeof lending>>, path: string): Promise<string> => {
  const { status, html } = await at.page(path)
  expect(status, path).toBe(200)
  return pageText(html)
}

test.each(languages)(
  'somebody goes away, comes back, and the card tells it, in %s',
  async (language) => {
    const at = await lending(language)
    const words = memberWords.in(language)
    const { memberId, card } = await somebodyFree(at)
    await written(at, `member-change?member=${memberId}`, {
      what: 'away',
      proxy: at.keeper.card,
    })
    const away = await textOf(at, `members/${memberId}`)
    expect(away).toContain(words.state_away)
    expect(away).toContain(`${words.votesFor} ${at.keeper.card}`)
    expect(away).toContain(`${dateInWords(practiceDay, language)} ${words.past_away}`)
    await written(at, `member-change?member=${memberId}`, { what: 'back' })
    expect(await textOf(at, `members/${memberId}`)).toContain(words.past_back)
    expect(await textOf(at, 'members')).toMatch(new RegExp(`${card} [^✓]*✓ ${words.state_here}`))
  },
)

test('a loan cannot be asked for by somebody who is away, and the page says what to do', async () => {
  const at = await lending()
  const { memberId } = await somebodyFree(at)
  await written(at, `member-change?member=${memberId}`, { what: 'away' })
  const refused = await check(at, `request?member=${memberId}`, {
    principal: '100000',
    months: '3',
    product: 'emergency',
    purpose: 'health',
  })
  expect(refused.status).toBe(409)
  expect(pageText(refused.html)).toContain('Ask again once they are back')
})

test('a household is formed, split and joined by cards, and the page of households tells it', async () => {
  const at = await lending()
  const book = await at.bookNow()
  const plain = book.members.filter(({ offices, isFormer }) => offices.length === 0 && !isFormer)
  const [first, second, third] = plain as [(typeof plain)[0], (typeof plain)[0], (typeof plain)[0]]
  const formed = await written(at, `household?member=${first.memberId}`, {
    kind: 'formed',
    others: `${second.card} ${third.card}`,
  })
  expect(formed.receipt).toContain(
    `These live together ${first.card} · ${second.card} · ${third.card}`,
  )
  const cards = [first, second, third].map(({ card }) => card).toSorted()
  expect(await textOf(at, 'households')).toMatch(new RegExp(cards.join(' .* ')))
  const stranger = await check(at, `household?member=${first.memberId}`, {
    kind: 'formed',
    others: `${second.card} stranger9`,
  })
  expect(stranger.status).toBe(400)
  // The place is told, what was typed stays in the field and is said nowhere else.
  expect(pageText(stranger.html)).toContain('look at card 2')
  expect(stranger.html).toContain(`value="${second.card} stranger9"`)
  expect(pageText(stranger.html)).not.toContain('stranger9')
  await written(at, `household?member=${third.memberId}`, { kind: 'split' })
  expect(await textOf(at, `members/${first.memberId}`)).toContain(`Lives with ${second.card}`)
  const nowhere = await check(at, `household?member=${third.memberId}`, { kind: 'joined' })
  expect(pageText(nowhere.html)).toContain('Write the card of somebody who lives there')
  await written(at, `household?member=${third.memberId}`, { kind: 'merged', with: first.card })
  expect(await textOf(at, `members/${third.memberId}`)).toContain(
    `Lives with ${[first.card, second.card].toSorted().join(' · ')}`,
  )
})

test.each(languages)(
  'the meeting elects, the office is handed over, and the page of officers tells it, in %s',
  async (language) => {
    const at = await lending(language)
    const words = memberWords.in(language)
    const winner = await somebodyFree(at)
    const election = {
      office: 'counter',
      electorate: 'all',
      by: 'slips',
      present: '55',
      seats: '1',
      card1: winner.card,
      votes1: '50',
      card2: at.keeper.card,
      votes2: '3',
      confirmedBy: at.chair.memberId,
    }
    const { receipt } = await written(at, `election?fund=${at.fundId}`, {
      ...election,
      ...chairsWord,
    })
    expect(receipt).toContain(`✓ ${winner.card} 50`)
    const { elected } = memberFormWords.in(language)
    expect(receipt).toContain(`✓ ${elected} ${winner.card}`)
    const page = await textOf(at, 'officers')
    expect(page).toContain(winner.card)
    expect(page).toContain(words.untilDay(dateInWords('2026-12-30', language)))
    await written(at, `hand-over?fund=${at.fundId}`, {
      office: 'counter',
      from: at.keeper.card,
      to: winner.card,
      counted: '100',
      witness1: at.chair.card,
      signed: 'yes',
    })
    const after = await textOf(at, 'officers')
    expect(after).toContain(words.handedFrom(at.keeper.card, winner.card))
    expect(after).toContain(words.isSigned)
    await written(at, `hand-over?fund=${at.fundId}`, {
      office: 'counter',
      from: winner.card,
      to: at.keeper.card,
      counted: '100',
      witness1: at.chair.card,
      signed: 'yes',
    })
    const again = await textOf(at, 'officers')
    const placeOf = (from: string, to: string) => again.indexOf(words.handedFrom(from, to))
    expect(placeOf(winner.card, at.keeper.card)).toBeGreaterThan(0)
    expect(placeOf(winner.card, at.keeper.card)).toBeLessThan(placeOf(at.keeper.card, winner.card))
    await written(at, `office-end?member=${winner.memberId}`, {
      office: 'counter',
      why: 'resigned',
      approvedBy: at.chair.memberId,
      ...chairsWord,
    })
    expect(await textOf(at, `members/${winner.memberId}`)).toContain(
      words.past_ended(entranceWords.in(language).roleName('counter')),
    )
  },
)

test('an election without the second officer’s PIN is asked again, and none without a card is taken', async () => {
  const at = await lending()
  const winner = await somebodyFree(at)
  const fields = {
    office: 'chair',
    electorate: 'all',
    by: 'hands',
    present: '55',
    seats: '1',
    card1: winner.card,
    votes1: '50',
    confirmedBy: at.chair.memberId,
  }
  await expect(written(at, `election?fund=${at.fundId}`, fields)).rejects.toThrow('403')
  const empty = await check(at, `election?fund=${at.fundId}`, { ...fields, card1: '', votes1: '' })
  expect(pageText(empty.html)).toContain('Write at least one card')
  const uncounted = await check(at, `election?fund=${at.fundId}`, { ...fields, votes1: '' })
  expect(pageText(uncounted.html)).toContain('Write how many votes were counted')
  const told = pageText((await check(at, `election?fund=${at.fundId}`, fields)).html)
  expect(told).toContain('Read it aloud to the meeting.')
  expect(told).toMatch(new RegExp(`Elected: ${winner.card} .*, 50 votes`))
  expect(told.indexOf('Elected:')).toBeLessThan(told.indexOf('Who voted?'))
  expect(told).toContain(`Last day of the term: ${dateInWords('2026-12-30', 'en')}`)
  const noVote = await check(at, `election?fund=${at.fundId}`, { ...fields, votes1: '0' })
  expect(noVote.status).toBe(409)
  expect(pageText(noVote.html)).toContain('Nobody has a single vote')
})

test('the balance to sign shows what the fund has and owes, and a mark that the entry holds', async () => {
  const at = await lending()
  const sheet = await textOf(at, 'officers/sheet')
  const [, mark] = /Mark of this balance ([0-9a-f]{4} [0-9a-f]{4})/.exec(sheet)!
  expect(sheet).toContain('Cash in the box 13,')
  const { entryId } = await written(at, `hand-over?fund=${at.fundId}`, {
    office: 'chair',
    from: at.chair.card,
    to: at.keeper.card,
    signed: 'yes',
  })
  const [row] = await at.needs.store.find(at.fundId, [entryId])
  const { balanceHash } = JSON.parse(row!.data) as { balanceHash: string }
  expect(balanceHash.slice(0, 8)).toBe(mark!.replace(' ', ''))
  // What was handed over on an earlier day is known by the balance of that day.
  const earlier = await written(at, `hand-over?fund=${at.fundId}`, {
    office: 'chair',
    from: at.keeper.card,
    to: at.chair.card,
    signed: 'yes',
    day: '30',
    month: '11',
    year: '2025',
  })
  const [dated] = await at.needs.store.find(at.fundId, [earlier.entryId])
  const { hash } = signedBalanceOf(
    { fundId: at.fundId, book: await at.bookNow(), hash: at.needs.hash },
    '2025-11-30',
  )
  expect(JSON.parse(dated!.data)).toMatchObject({ balanceHash: hash })
  expect(hash).not.toBe(balanceHash)
})

test('where the old book leaves nothing to explain no vote is asked for', async () => {
  const { ask, as, fundId } = await practice()
  const path = `/funds/${fundId}/record/settlement?fund=${fundId}&lang=en`
  const page = pageText(await (await ask(path, { token: await as('chair') })).text())
  expect(page).toContain('Nothing is left to explain. No vote is needed.')
  expect(page).toContain('Back to the old book')
  expect(page).not.toContain('Members who were there')
})

test('a typed day of an old loan has an example before the book began', async () => {
  const at = await lending()
  const { memberId } = await somebodyFree(at)
  const page = await textOf(at, `record/opening-loan?member=${memberId}`)
  const [, example] = /such as ([\d/]+)/.exec(page)!
  expect(dayTyped(example!)! < (await at.bookNow()).fund.openedOn).toBe(true)
})

test('the page of the old book says that it adds up, and what to do where it does not', async () => {
  const at = await lending()
  expect(await textOf(at, 'old-book')).toContain('It adds up')
  const { memberId } = await somebodyFree(at)
  await written(at, `opening-savings?member=${memberId}`, { amount: '5000' })
  const open = await textOf(at, 'old-book')
  expect(open).toContain('5,000\u202f៛ is not explained by the old book')
  expect(open).toContain('It owes more than it has')
  await written(at, `opening-loan?member=${memberId}`, {
    number: 'L-old',
    product: 'normal',
    principal: '10000',
    months: '10',
    owed: '5000',
    paidOutOn: '2024-11-20',
  })
  expect(await textOf(at, 'old-book')).toContain('It adds up')
})

test('a new member gets a card, and one whose card is wrong gets it corrected', async () => {
  const at = await lending()
  const { entryId: memberId } = await written(at, `new-member?fund=${at.fundId}`, {
    card: 'M900',
    sex: 'f',
    zone: 'river',
    poverty: '2',
  })
  await written(at, `card-correction?member=${memberId}`, { sex: 'm', poverty: 'none' })
  const card = await textOf(at, `members/${memberId}`)
  expect(card).toContain('Woman or man man')
  expect(card).toContain('Poverty card (IDPoor) none')
  const again = await check(at, `new-member?fund=${at.fundId}`, {
    card: 'M900',
    sex: 'f',
    zone: 'river',
  })
  expect(again.status).toBe(409)
})

test('a death is written with the day of the death, and nothing is asked of the family', async () => {
  const at = await lending()
  const { memberId } = await somebodyFree(at)
  const form = await textOf(at, `record/death?member=${memberId}`)
  expect(form).toContain('Nothing is asked of the family')
  await written(at, `death?member=${memberId}`)
  expect(await textOf(at, `members/${memberId}`)).toContain('has died')
})
