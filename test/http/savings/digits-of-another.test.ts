import { beforeEach, expect, test } from 'vitest'
import { bookOf } from '#src/app/queries.ts'
import { day, hour } from '#test/support/entrance.ts'
import { type Desk, bodyOf, codeOf, desk, loginOf, secretOf } from '#test/http/identity/desk.ts'

/*
 * The six digits of a card that the second officer drew are nobody's word for money, however long ago: its owner draws her
 * own on her own page, or gives her word by codes on paper.
 */

let its: Desk
let memberId: string
beforeEach(async () => {
  its = await desk({ isPractice: false })
  const book = (await bookOf(its.needs.store, its.fundId))!
  memberId = book.members.find(({ card }) => card === 'M09')!.memberId
})

const fund = (): string => `/v1/funds/${its.fundId}`
const keeper = () => its.signedIn('record-keeper')
const chair = () => its.signedIn('chair')
const word = (door: string) => ({ login: loginOf(door), secret: secretOf(door) })

type Item = { readonly outcome: string; readonly code?: string; readonly flags?: string[] }

const one = async (answer: Response): Promise<Item> => {
  const { answers } = await bodyOf<{ answers: readonly Item[] }>(answer)
  return answers[0]!
}

const envelope = () => ({ id: its.needs.ids(), effectiveOn: its.needs.today() })

const moved = async (direction: 'in' | 'out', secret?: string, more: object = {}) =>
  one(
    await its.ask(`${fund()}/private-savings`, {
      token: await keeper(),
      json: {
        ...envelope(),
        memberId,
        direction,
        amount: 5000,
        ...(secret && { secret }),
        ...more,
      },
    }),
  )

const sent = async (command: object, secret: string) =>
  one(
    await its.ask(`${fund()}/commands`, {
      token: await keeper(),
      json: {
        commands: [
          {
            v: 1,
            ...envelope(),
            approvedBy: memberId,
            approvals: [{ login: '', secret }],
            ...command,
          },
        ],
      },
    }),
  )

/** The chair makes the card, the record-keeper draws its digits, and its owner comes by it and sees the notice. */
const carded = async () => {
  const made = await its.ask(`${fund()}/cards`, {
    token: await chair(),
    json: { memberId, approver: word('record-keeper') },
  })
  const { card, cardId } = await bodyOf<{ card: string; cardId: string }>(made)
  const half = await its.ask('/v1/sessions/current/halves', {
    token: await keeper(),
    json: { id: cardId },
  })
  const { digits } = await bodyOf<{ digits: string }>(half)
  its.pass(hour)
  const come = async (pin: string) =>
    (await bodyOf<{ token: string }>(await its.ask('/v1/sessions', { json: { card, pin } }))).token
  const token = await come(digits)
  const page = await (await its.ask('/me/notice', { token })).text()
  const newest = /name="newest" value="([^"]*)"/.exec(page)![1]!
  await its.ask('/me/notice', { token, body: new URLSearchParams({ newest }) })
  return { digits, come, token }
}

/** What she does on her own page, on whichever phone she trusts. */
const ownDigits = async (token: string, secret: string): Promise<string> => {
  const changed = await its.ask('/v1/sessions/current/secret', {
    method: 'PUT',
    token,
    json: { secret, drawPin: true },
  })
  expect(changed.status).toBe(200)
  return (await bodyOf<{ pin: string }>(changed)).pin
}

test('whoever drew the digits of a card takes out nothing by them, nor for a friend, however long ago', async () => {
  await moved('in')
  const { digits } = await carded()
  its.pass(60 * day)
  expect(await moved('out', digits)).toMatchObject({ code: 'owner-pin-wrong' })
  const beside = { approver: word('chair') }
  expect(await moved('out', digits, beside)).toMatchObject({ code: 'owner-pin-wrong' })
})

test('nor are they her own word for savings that are asked for, or for somebody else’s loan', async () => {
  const { digits } = await carded()
  its.pass(60 * day)
  const asks = { type: 'RequestWithdrawal', memberId, amount: 50_000 }
  expect(await sent(asks, digits)).toMatchObject({ code: 'owner-pin-wrong' })
  const guarantees = [{ memberId, upTo: 90_000 }]
  const stands = { type: 'GiveGuarantee', loanId: its.needs.ids(), guarantees, isGroup: false }
  expect(await sent(stands, digits)).toMatchObject({ code: 'owner-pin-wrong' })
})

test('she draws digits of her own on her own page, and those of before open nothing any more', async () => {
  await moved('in')
  const { digits, come, token } = await carded()
  its.pass(8 * day)
  const fresh = await come(digits)
  expect(fresh).toBeDefined()
  const wrong = await its.ask('/v1/sessions/current/secret', {
    method: 'PUT',
    token: fresh,
    json: { secret: digits === '000000' ? '000001' : '000000', drawPin: true },
  })
  expect(await codeOf(wrong)).toBe('401 sign-in-failed')
  const pin = await ownDigits(fresh, digits)
  expect(await moved('out', digits)).toMatchObject({ code: 'owner-pin-wrong' })
  expect(await moved('out', pin)).toMatchObject({ outcome: 'recorded' })
  expect(await come(digits)).toBeUndefined()
  expect(await come(pin)).toBeDefined()
  // Wherever else the card was open it is shut.
  expect((await its.ask('/v1/sessions/current/notices', { token })).status).toBe(401)
})

test('a household without a phone takes money out by a sheet of codes that two officers print beside the card', async () => {
  await moved('in')
  await carded()
  const printed = await its.ask(`${fund()}/codes`, {
    token: await chair(),
    json: { memberId, approver: word('record-keeper') },
  })
  expect(printed.status).toBe(201)
  const { codes } = await bodyOf<{ codes: readonly { code: string }[] }>(printed)
  // Those who printed it had a hand in it.
  const { code } = codes[9]!
  expect(await moved('out', code)).toMatchObject({ code: 'owner-code-own-hand' })
})

test('her own page tells that no money goes out for digits of an officer, and draws others', async () => {
  const { digits, token } = await carded()
  const mine = async () => (await its.ask(`/funds/${its.fundId}/me/mine`, { token })).text()
  expect(await mine()).toContain('href="/me/secret"')
  const form = await its.ask('/me/secret', { token })
  expect(await form.text()).toContain('take no money out')
  const body = new URLSearchParams({ secret: digits })
  const drawn = await its.ask('/me/secret', { token, body })
  expect(await drawn.text()).toMatch(/\d{3} \d{3}/)
  expect(await mine()).not.toContain('href="/me/secret"')
})

test('no sheet is drawn for digits that somebody else drew', async () => {
  const { digits, token } = await carded()
  const draw = (secret: string) => its.ask(`${fund()}/codes/own`, { token, json: { secret } })
  expect(await codeOf(await draw(digits))).toBe('409 digits-not-own')
  const pin = await ownDigits(token, digits)
  expect((await draw(pin)).status).toBe(201)
})

test('no answer tells whether somebody has drawn digits of her own, and each costs the writer a guess', async () => {
  const { digits, come } = await carded()
  its.pass(8 * day)
  const token = await come(digits)
  const told = async () => {
    const codes: unknown[] = []
    for (const secret of [digits, '000000', digits, '111111', digits, digits])
      codes.push((await moved('out', secret)).code)
    return codes
  }
  const before = await told()
  await ownDigits(token, digits)
  expect(await told()).toEqual(before)
  expect(new Set(before)).toEqual(new Set(['owner-pin-wrong', 'wait']))
})
