import { beforeAll, describe, expect, test } from 'vitest'
import { issueCard, issueCardByTwo } from '#src/app/identity/cards.ts'
import { practiceSecond } from '#src/app/practice/practice-people.ts'
import { bookOf } from '#src/app/queries.ts'
import { hiddenOf } from '#test/http/meeting/filled.ts'
import { pageText } from '#test/pages/page-text.ts'
import { cheapSecrets } from '#test/support/cheap-secrets.ts'
import { halfFor } from '#test/support/halves.ts'
import { hour, minute, otherPin } from '#test/support/entrance.ts'
import { type Practice, practice } from '#test/support/service.ts'

type Held = { readonly card: string; readonly pin: string; readonly token: string }

let village: Practice
let memberId: string
let loanId: string

/** A service that is no practice, so that nobody gets anything without a secret. */
beforeAll(async () => {
  const secrets = cheapSecrets()
  village = await practice({ secrets, isPractice: false })
  memberId = (await village.needs.store.cards(village.fundId))[0]!.memberId
  const book = (await bookOf(village.needs.store, village.fundId))!
  loanId = book.loans.find((loan) => loan.memberId === memberId)!.loanId
})

const at = (path: string): string => `/funds/${village.fundId}${path}`
const form = (fields: Record<string, string>) => new URLSearchParams(fields)

const comeBy = async (card: string, pin: string): Promise<string | undefined> => {
  const answer = await village.ask('/v1/sessions', { json: { card, pin } })
  return answer.status === 201 ? ((await answer.json()) as { token: string }).token : undefined
}

/** The member with a new card, signed in by it. */
const withCard = async (): Promise<Held> => {
  const { fundId, needs } = village
  const { token: card, pin } = await issueCard(needs, { fundId, memberId })
  return { card, pin, token: (await comeBy(card, pin))! }
}

const read = async (path: string, token: string): Promise<string> =>
  pageText(await (await village.ask(path, { token })).text())

const mine = (token: string, fields: Record<string, string>) =>
  village.ask(at('/me/mine'), { token, body: form(fields) })

/** Sums stand with their currency everywhere. */
const sum = /\d\s*[៛]|\d(KHR|រៀល| riel)|thousand|រៀល/

describe('a member whose phone many use', () => {
  test('reads a page without any sum, in figures, words or sound, until the six digits are given again', async () => {
    const { token, pin } = await withCard()
    expect(await read(at('/me'), token)).toMatch(sum)
    expect((await mine(token, { what: 'leave-out' })).status).toBe(303)
    for (const language of ['en', 'km']) {
      const answer = await village.ask(at(`/me?lang=${language}`), { token })
      const page = await answer.text()
      expect(pageText(page)).not.toMatch(sum)
      for (const { khmer, latin } of await village.needs.store.names(village.fundId))
        for (const name of [khmer, latin]) if (name !== undefined) expect(page).not.toContain(name)
      expect(page).not.toMatch(/data-say|speak\.js|385[,.]?000|class="figure/)
      expect(answer.headers.get('content-security-policy')).not.toContain('script-src')
    }
    expect(await read(at('/me?lang=en'), token)).toContain('in 110 days')
    const others = [
      `/loans/${loanId}`,
      `/loans/${loanId}/agreement`,
      `/members/${memberId}/passbook`,
      `/members/${memberId}/month`,
      `/receipts/${loanId}`,
    ]
    for (const path of others) {
      const answer = await village.ask(at(path), { token })
      expect([answer.status, answer.headers.get('location')], path).toEqual([303, at('/me')])
    }
    for (const path of ['/me/not-right', '/me/looked', '/me/mine'])
      expect(await read(at(path), token), path).not.toMatch(sum)
    const wrong = await mine(token, { what: 'show-sums', secret: otherPin(pin) })
    expect(wrong.status).toBe(403)
    expect(pageText(await wrong.text())).not.toMatch(sum)
    expect((await mine(token, { what: 'show-sums', secret: pin })).status).toBe(303)
    expect(await read(at('/me'), token)).toMatch(sum)
    expect((await village.ask(at(`/loans/${loanId}`), { token })).status).toBe(200)
    village.pass(5 * minute)
    expect(await read(at('/me'), token)).not.toMatch(sum)
    // Nobody puts them in again without the digits, and a new session begins without them.
    expect((await mine(token, { what: 'put-in', secret: otherPin(pin) })).status).toBe(403)
    const again = await withCard()
    expect(await read(at('/me'), again.token)).not.toMatch(sum)
    expect((await mine(again.token, { what: 'put-in', secret: again.pin })).status).toBe(303)
    expect(await read(at('/me'), again.token)).toMatch(sum)
    // In another tab the form that puts them in still stands: what is wrong is told once, wherever it is drawn.
    const gone = await mine(again.token, { what: 'put-in', secret: otherPin(again.pin) })
    expect(gone.status).toBe(403)
    expect((await gone.text()).match(/role="alert"/g)).toHaveLength(1)
    const odd = await mine(again.token, { what: 'nonsense' })
    expect((await odd.text()).match(/role="alert"/g)).toHaveLength(1)
  })

  test('officers read the same book as before', async () => {
    const { token } = await withCard()
    expect((await mine(token, { what: 'leave-out', of: 'all' })).status).toBe(400)
    await mine(token, { what: 'leave-out' })
    const officer = await village.as('record-keeper')
    expect(await read(at(`/loans/${loanId}`), officer)).toMatch(sum)
    const next = await withCard()
    await mine(next.token, { what: 'put-in', secret: next.pin })
  })
})

const link = async (): Promise<{
  readonly status: number
  readonly card: string
  readonly half: string
}> => {
  const { login, pin: secret } = practiceSecond
  const token = await village.as('record-keeper')
  const fields = { memberId, login, secret, way: 'afar' }
  const answer = await village.ask(at('/cards'), { token, body: form(fields) })
  const card = /\/card\/first\?c=([^"&<\s]+)/.exec(await answer.text())?.[1]
  const { cardId } = (await village.needs.store.cards(village.fundId))
    .filter((one) => one.memberId === memberId)
    .at(-1)!
  const half = await halfFor(village, cardId)
  return { status: answer.status, card: decodeURIComponent(card ?? ''), half }
}
const open = (card: string) => village.ask(`/card/first?c=${card}`)
const draw = async (card: string, half: string): Promise<string | undefined> => {
  const answer = await village.ask('/card/first', { body: form({ c: card, half }) })
  const text = pageText(await answer.text())
  return /(\d{3}) (\d{3})/
    .exec(text.slice(text.indexOf('Six digits of card')))
    ?.slice(1)
    .join('')
}

describe('a member who is away', () => {
  test('gets a card by a link: the digits are drawn on the own phone, once, and what lies at home stops', async () => {
    const home = await withCard()
    const { status, card, half } = await link()
    expect(status).toBe(200)
    expect(await comeBy(home.card, home.pin)).toBeUndefined()
    expect((await village.ask(at('/me'), { token: home.token })).status).toBe(401)
    // Before they are drawn no digits open it, and a look by whoever carries the message uses nothing up.
    expect(await comeBy(card, '000000')).toBeUndefined()
    for (let i = 0; i < 3; i += 1) expect((await open(card)).status).toBe(200)
    expect(await draw(card, '0000000000000000')).toBeUndefined()
    const drawn = await Promise.all([draw(card, half), draw(card, half), draw(card, half)])
    expect(drawn.filter((pin) => pin !== undefined)).toHaveLength(1)
    expect((await open(card)).status).toBe(404)
    const pin = drawn.find((one) => one !== undefined)!
    const token = (await comeBy(card, pin))!
    expect(await read(at('/me'), token)).toContain('My passbook')
    const log = await read(at('/me/looked'), token)
    expect(log).toMatch(/By your card [^:]*\d\d:\d\d Made or changed your card/)
  })

  test('opens nobody else’s savings by it, nobody at home opens hers, and she ends it herself', async () => {
    const { needs, fundId } = village
    const book = (await bookOf(needs.store, fundId))!
    const kin = book.members.find((one) => one.memberId !== memberId && !one.isFormer)!
    const { card, half } = await link()
    const pin = (await draw(card, half))!
    const hers = (await comeBy(card, pin))!
    const at_home = await issueCard(needs, { fundId, memberId: kin.memberId })
    const his = (await comeBy(at_home.token, at_home.pin))!
    const status = async (id: string, token: string) =>
      (await village.ask(at(`/members/${id}/passbook`), { token })).status
    expect([await status(memberId, hers), await status(kin.memberId, hers)]).toEqual([200, 404])
    expect([await status(kin.memberId, his), await status(memberId, his)]).toEqual([200, 404])
    expect((await mine(hers, { what: 'stop-card', secret: otherPin(pin) })).status).toBe(403)
    const ended = await mine(hers, { what: 'stop-card', secret: pin })
    expect(pageText(await ended.text())).toContain('Your card is stopped')
    expect((await village.ask(at('/me'), { token: hers })).status).toBe(401)
    expect(await comeBy(card, pin)).toBeUndefined()
    expect(await comeBy(at_home.token, at_home.pin)).toBeDefined()
  })

  test('a link that is old, stopped or invented opens nothing, and says the same', async () => {
    const { needs, fundId } = village
    const stopped = await issueCardByTwo(needs, { fundId, memberId }, 'owner')
    const old = await issueCardByTwo(needs, { fundId, memberId }, 'owner')
    village.pass(72 * hour)
    const printed = await issueCard(needs, { fundId, memberId })
    const tokens = [stopped.token, old.token, printed.token, `${fundId}.${'x'.repeat(43)}`, 'x']
    const pages = await Promise.all(tokens.map(async (card) => (await open(card)).text()))
    expect(new Set(pages).size).toBe(1)
    expect(await Promise.all(tokens.map((one) => draw(one, '1')))).toEqual(
      tokens.map(() => undefined),
    )
    // What was printed still has the digits that were printed with it.
    expect(await comeBy(printed.token, printed.pin)).toBeDefined()
  })
})

describe('what a fund keeps of a member', () => {
  test('is hers to see and to take with her, behind the six digits', async () => {
    const { needs, fundId } = village
    await needs.store.keepNames(fundId, [
      { fundId, memberId, khmer: 'ចាន់ សុខា', latin: 'Chan Sokha' },
    ])
    const { token, pin } = await withCard()
    expect(await read(at('/me/kept'), token)).not.toContain('Chan Sokha')
    expect((await village.ask(at('/me/kept/file'), { token })).status).toBe(303)
    const give = (secret: string) => village.ask(at('/me/kept'), { token, body: form({ secret }) })
    expect((await give(otherPin(pin))).status).toBe(403)
    expect((await give(pin)).status).toBe(303)
    const page = await read(at('/me/kept'), token)
    expect(page).toContain('ចាន់ សុខា')
    expect(page).toContain('Chan Sokha')
    const file = await village.ask(at('/me/kept/file'), { token })
    expect(file.headers.get('content-disposition')).toContain('village-book.json')
    const taken = (await file.json()) as { savings: number; lines: unknown[]; kept: object }
    expect([taken.savings, taken.lines.length]).toEqual([385_000, 13])
    expect(taken.kept).toMatchObject({ latinName: 'Chan Sokha', hasPhoto: false })
    village.pass(5 * minute)
    expect((await village.ask(at('/me/kept/file'), { token })).status).toBe(303)
  })

  test('is corrected and erased when she asks: officers see what, she reads the answer, and the journal knows nothing of it', async () => {
    const { needs, fundId } = village
    const { token, pin } = await withCard()
    const send = (fields: Record<string, string>) =>
      village.ask(at('/me/kept'), { token, body: form(fields) })
    expect((await send({ part: 'name', wish: 'correct' })).status).toBe(403)
    await send({ secret: pin })
    const before = (await needs.store.read(fundId, 0, 10_000)).length
    expect((await send({ part: 'name', wish: 'shorten' })).status).toBe(400)
    for (const wish of ['correct', 'correct', 'erase'])
      expect((await send({ part: 'name', wish })).status).toBe(303)
    const keeper = await village.as('record-keeper')
    expect(await read(at('/people'), keeper)).toContain('asks for something')
    const person = await read(at(`/people/${memberId}`), keeper)
    expect(person.match(/My name: Correct it/g)).toHaveLength(1)
    expect(person).toContain('My name: Erase it')
    const answer = (place: string, said: string) =>
      village.ask(at(`/people/${memberId}/asked`), {
        token: keeper,
        body: form({ place, answer: said }),
      })
    for (const [place, said] of [
      ['0', 'done'],
      ['1', 'not-done'],
      ['0', 'not-done'],
      ['7', 'done'],
      ['1', 'nonsense'],
    ] as const)
      expect((await answer(place, said)).status).toBe(303)
    const page = await read(at('/me/kept'), token)
    expect(page).toContain('My name: Correct it done')
    expect(page).toContain('My name: Erase it not done; ask why')
    expect(await read(at('/people'), keeper)).not.toContain('asks for something')
    expect((await needs.store.read(fundId, 0, 10_000)).length).toBe(before)
  })
})

test('in the practice fund, where there is no secret, to show it twice is to show it', async () => {
  const { ask, as, fundId } = await practice()
  const place = `/funds/${fundId}/me/kept`
  const token = await as('household')
  const send = async (fields: Record<string, string>) =>
    (await ask(place, { token, body: form(fields) })).status
  const secret = hiddenOf(await (await ask(place, { token })).text())
  expect([await send(secret), await send(secret)]).toEqual([303, 303])
  const wish = hiddenOf(await (await ask(place, { token })).text())
  expect(await send({ ...wish, part: '', wish: '' })).toBe(400)
  expect(await send({ ...wish, part: 'name', wish: 'correct' })).toBe(303)
})
