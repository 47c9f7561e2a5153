import { expect, test } from 'vitest'
import { couldBeOne, noticesFor, secondBehind } from '#src/app/identity/hands.ts'
import { loginKeyOf } from '#src/app/identity/identity.ts'
import { actsOfIdentity } from '#src/app/identity/one-hand.ts'
import type { ActRow } from '#src/app/identity/one-hand-row.ts'
import { practiceStaff } from '#src/app/practice/practice-pot.ts'
import { setSecret } from '#src/app/identity/users.ts'
import { expectedRoutes } from '#test/http/access/expected.ts'
import { oneOfEach } from '#test/http/commands/one-of-each.ts'
import { commandsPath } from '#test/http/commands/sending.ts'
import { desk, loginOf, secretOf } from '#test/http/identity/desk.ts'
import { furtherOfficer } from '#test/http/identity/further-officer.ts'
import { type Door, type Thief, type Word, acts, stolen } from '#test/http/identity/thief-acts.ts'
import { reached } from '#test/support/reached.ts'

const rows: readonly ActRow[] = Object.values(actsOfIdentity).flat()

/** Ways that write and are no acts of identity: the book, its tables and imports, money of the pot, letters, receipts. */
const ofTheBook =
  /\/(record|commands|imports|old-book|meetings|bank|bank-lines|box|letters|quotes|receipts?|rules|auditors|pot|confirmations|buy-out|appoint|assign|dismiss|end-assignment|quick-exit|sheets?|away-counts|terms|alerts|try|day|entries|disputes\/:|private-savings\/own|me\/(private|support))|networks\/:networkId\/messages/

test('each way that writes stands in exactly one row of the table of identity, or is the book’s', () => {
  const writing = Object.keys(expectedRoutes).filter((route) => !/^(GET|HEAD) /.test(route))
  const timesOf = (way: string): number => rows.filter(({ ways }) => ways.includes(way)).length
  const isBooks = (way: string): boolean => timesOf(way) === 0 && ofTheBook.test(way)
  expect(writing.filter((way) => timesOf(way) !== 1 && !isBooks(way))).toEqual([])
  const known = new Set(writing)
  expect(rows.flatMap(({ ways }) => ways).filter((way) => !known.has(way))).toEqual([])
})

/** Words of others that the thief can give now. */
const gained = async (thief: Thief): Promise<readonly Word[]> => {
  const { its, keys, cards, touched } = thief
  const words: Word[] = []
  for (const key of keys)
    for (const half of [undefined, key.slice(-16), '0000000000000000']) {
      const json = { key, secret: stolen, ...(half === undefined ? {} : { half }) }
      if ((await its.ask('/v1/secrets', { json })).status < 300)
        for (const id of touched) {
          const user = await its.needs.store.user(its.networkId, id)
          if (user?.secret !== undefined) words.push({ login: user.login, secret: stolen })
        }
    }
  for (const card of cards) {
    const page = await its.ask('/card/first', { body: new URLSearchParams({ c: card, half: '1' }) })
    if (/class="figure pin"/.test(await page.text())) words.push({ login: card, secret: 'pin' })
  }
  return words
}

/** Whether a line of the book is taken back with a gained word beside the own, which takes two. */
const lends = async ({ its, token }: Thief, word: Word): Promise<boolean> => {
  const { ReverseEntry: command } = await oneOfEach(its)
  const user = await its.needs.store.userByLogin(its.networkId, loginKeyOf(word.login))
  const memberships = await its.needs.store.memberships(its.networkId, user?.userId ?? '')
  const approvedBy = memberships[0]?.memberId ?? command['approvedBy']
  const commands = [{ ...command, approvedBy, approvals: [word] }]
  const answered = await its.ask(commandsPath(its), { token, json: { commands } })
  if (answered.status !== 200) return false
  const { answers } = (await answered.json()) as { answers: { outcome: string }[] }
  return answers.some(({ outcome }) => outcome === 'recorded' || outcome === 'flagged')
}

/** Everything that tells of what the thief did: lines in the logs that others read, and the notice to its owner. */
const namedBy = async ({ its, touched, door }: Thief): Promise<readonly string[]> => {
  const { needs, networkId, fundId } = its
  const by = await its.userIdOf(door)
  const found: string[] = []
  for (const scope of [fundId, networkId]) {
    const lines = await needs.store.activities(scope, { limit: 200 })
    if (
      lines.some(
        ({ actor, outcome, action }) =>
          actor === by && outcome === 'done' && !/^sign-|step-up|door/.test(action),
      )
    )
      found.push(scope === fundId ? 'fund-log' : 'network-log')
  }
  for (const id of touched) {
    const notices = await noticesFor(needs.store, { networkId, userId: id, deviceId: '' })
    if (notices.some((notice) => notice.by.includes(by))) found.push('notice')
    const second = await secondBehind(needs.store, { networkId, userId: id })
    const userIds = [by, id] as const
    if (
      second !== by &&
      (await couldBeOne(needs.store, { networkId, userIds, day: needs.today() }))
    )
      found.push('no word of it beside the own')
  }
  return found
}

const doors: readonly Door[] = [
  'record-keeper',
  'chair',
  'administrator',
  'auditor',
  'household',
  'migration-worker',
]

/** Whose word the thief borrows, once, for an act that sounds honest. */
const lenderOf = (door: Door): Word =>
  door === 'administrator'
    ? { login: practiceStaff.login, secret: practiceStaff.pin }
    : {
        login: loginOf(door === 'chair' ? 'record-keeper' : 'chair'),
        secret: secretOf(door === 'chair' ? 'record-keeper' : 'chair'),
      }

const own = (door: Door): Word => ({ login: loginOf(door), secret: `a long secret of the ${door}` })

const thiefAt = async (door: Door, isAlone: boolean): Promise<Thief> => {
  const its = await desk()
  const word = isAlone ? own(door) : lenderOf(door)
  return {
    its,
    door,
    token: await its.as(door),
    otherId: await furtherOfficer(its, 'counter'),
    word,
    keys: [],
    cards: [],
    touched: new Set(),
  }
}

const names = Object.keys(acts)
const isFull = process.env['TEST_BUDGET'] === 'ci'
const orders: readonly (readonly string[])[] = [
  ...names.map((one) => [one]),
  ...names.flatMap((one) => names.filter((other) => other !== one).map((other) => [one, other])),
].filter((_, i) => isFull || i < names.length || i % 6 === 0)

test.each(doors)(
  'P18: a thief who is %s gains no word by acts of identity, alone or with one that was lent once',
  async (door) => {
    let done = 0
    const found: string[] = []
    for (const isAlone of [true, false])
      for (const order of orders) {
        const thief = await thiefAt(door, isAlone)
        const did: string[] = []
        for (const name of order) if (await acts[name]!(thief)) did.push(name)
        done += did.length
        const words = await gained(thief)
        const how = `${order.join(', ')}${isAlone ? ' alone' : ''}`
        for (const word of words)
          found.push(`${how}: ${(await lends(thief, word)) ? 'lent' : 'gained'} ${word.login}`)
        if (did.length > 0 && (await namedBy(thief)).length === 0)
          found.push(`${how}: named by nothing`)
      }
    expect(found).toEqual([])
    const mayDo = ['record-keeper', 'chair', 'administrator'].includes(door)
    reached({
      promise: 'P18',
      tried: `acts of identity that a thief does as ${door}`,
      count: done,
      atLeast: mayDo ? 5 : 0,
      found: found.length,
    })
  },
  120_000,
)

test('the measure finds a thief: whoever sees both halves lends the gained word, or waits for it', async () => {
  const thief = await thiefAt('record-keeper', false)
  const { its } = thief
  expect(await acts['reset an officer']!(thief)).toBe(true)
  const [id] = [...thief.touched]
  const { login } = (await its.needs.store.user(its.networkId, id!))!
  await setSecret(its.needs, (await its.needs.store.user(its.networkId, id!))!, stolen)
  // With both halves there is a word; it is held off by the hands that were in it.
  expect(await lends(thief, { login, secret: stolen })).toBe(false)
  expect(await namedBy(thief)).toEqual(
    expect.arrayContaining(['fund-log', 'notice', 'no word of it beside the own']),
  )
  // The measure takes the word of whom nobody has touched.
  expect(await lends(thief, lenderOf('record-keeper'))).toBe(true)
})
