import { sha256 } from '#infra/system/system.ts'
import { exportForms } from '#src/exchange/export-forms.ts'
import { fundStatementNames } from '#src/exchange/statements/all.ts'
import { judgingIn } from '#src/app/network/judging.ts'
import { lettersWaitingIn } from '#src/app/network/letters-waiting.ts'
import { receiptCode, receiptOf } from '#src/app/proof/receipts.ts'
import { expectedRoutes } from '#test/http/access/expected.ts'
import type { Somebody } from '#test/http/access/people.ts'
import type { Means } from '#test/http/access/means.ts'
import { bodyOf, methodOf, pathOf } from '#test/http/access/requests.ts'
import { type Target, targetIn } from '#test/http/access/targets.ts'
import { today } from '#test/http/access/two-networks.ts'
import { type World, owners } from '#test/http/savings/private-worlds.ts'
import { asking } from '#test/http/support/team.ts'

/** One question that somebody asks; the same in every world, named alike there. */
export type Question = { readonly name: string; readonly path: string; readonly json?: unknown }

const spare = {
  cardId: 'x',
  userId: 'x',
  memberUserId: 'x',
  deviceId: 'x',
  sessionId: 'x',
  loginless: 'x',
}

/** Every page and list of the fund and of the one who asks, about either household and the entries of the hidden money. */
const everyRead = async ({ village: { f1 }, entryIds }: World): Promise<Question[]> => {
  const asked: Question[] = []
  const routes = Object.keys(expectedRoutes).filter((route) => methodOf(route) === 'GET')
  const isOfBook = (route: string): boolean =>
    expectedRoutes[route]!.of === 'fund' || /^GET (\/v1)?\/(me|funds|sessions|network)$/.test(route)
  for (const route of routes.filter(isOfBook)) {
    const isOfEntry = route.includes(':entryId') || route.includes('/correction')
    const isOfRow = /:(memberId|loanId)/.test(route) || route.includes('/record/')
    const about = isOfRow && !isOfEntry ? owners : [owners[0]]
    for (const who of about)
      for (const [i, entryId] of (isOfEntry ? entryIds : [undefined]).entries()) {
        const target = { ...targetIn(f1, who, spare), ...(entryId ? { entryId } : {}) } as Target
        const means = { target, newId: () => 'x', isDryRun: true } as unknown as Means
        const { query = '' } = await bodyOf(route, means)
        asked.push({ name: `${route} ${who} ${i}`, path: `${pathOf(route, target)}${query}` })
      }
  }
  return asked
}

/** About the households' open savings, three times them, and far beyond. */
const sums = [25_000, 74_000, 76_000, 110_000, 400_000, 1_100_000]

/** Loans and withdrawals of rising size, for either household: quoted, priced, and as a dry run of the book. */
const risingSizes = ({ village: { f1, needs } }: World): Question[] => {
  const fund = `/v1/funds/${f1.fundId}`
  const terms = { instalments: 10, paidOutOn: today }
  const dryRun = (type: string, more: object) => ({
    path: `${fund}/commands?dryRun=true`,
    json: { commands: [{ id: needs.ids(), v: 1, effectiveOn: today, type, ...more }] },
  })
  return owners.flatMap((who) => {
    const memberId = f1.memberIds[who]
    return sums.flatMap((amount): Question[] => {
      const asked = { memberId, loanId: needs.ids(), principal: amount, months: 10 }
      return [
        ...['normal', 'emergency'].map((type) => ({
          name: `quote of ${amount} ${type} ${who}`,
          path: `${fund}/quotes`,
          json: { principal: amount, type, memberId, ...terms },
        })),
        {
          name: `page of a quote of ${amount} ${who}`,
          path: `/funds/${f1.fundId}/quote?amount=${amount}&count=10&paidOutOn=${today}`,
        },
        {
          name: `loan asked for of ${amount} ${who}`,
          ...dryRun('RequestLoan', { ...asked, product: 'normal', purpose: 'farm' }),
        },
        {
          name: `loan paid out of ${amount} ${who}`,
          ...dryRun('RecordPayout', { ...asked, number: 'x1', product: 'normal' }),
        },
        {
          name: `savings asked for: ${amount} ${who}`,
          ...dryRun('RequestWithdrawal', { memberId, amount }),
        },
        {
          name: `savings taken: ${amount} ${who}`,
          ...dryRun('RecordWithdrawal', { memberId, amount }),
        },
      ]
    })
  })
}

/** The book of other days, and as it was known at moments between the steps; each form of export and statement. */
const otherTimes = ({ village: { f1 }, instants }: World): Question[] => {
  const fund = `/v1/funds/${f1.fundId}`
  const ofEither = owners.flatMap((who) => [
    `members/${f1.memberIds[who]}`,
    `members/${f1.memberIds[who]}/statement`,
  ])
  const known = [
    ...ofEither,
    'members',
    'accounts',
    'loans',
    'requests',
    'reports/health',
    'reports/by-sex',
    'reports/finance-split',
  ]
  const names = fundStatementNames.map((name) => `reports/${name}`)
  const at = [...known, ...names].flatMap((path) =>
    instants.slice(1, 3).map((instant, i) => ({
      name: `${path} known at moment ${i}`,
      path: `${fund}/${path}?knownAt=${instant}`,
    })),
  )
  const days = ['2025-06-20', '2025-12-30', today, '2026-03-31']
  const on = [...ofEither, 'savings', 'share-out', 'accounts', 'reports/findings'].flatMap((path) =>
    days.map((day) => ({ name: `${path} on ${day}`, path: `${fund}/${path}?asOf=${day}` })),
  )
  const exported = exportForms.map((form) => ({
    name: `export ${form}`,
    path: `${fund}/exports/${form}`,
  }))
  const pages = ['/journal?after=0&limit=200', '/journal?after=50&limit=5']
  return [...at, ...on, ...exported, ...pages.map((path) => ({ name: path, path: fund + path }))]
}

/** Receipts of the hidden money, and of other people's, held against the book. */
const receiptsHeld = async ({ village: { f1, needs }, entryIds }: World): Promise<Question[]> => {
  const rows = await needs.store.find(f1.fundId, [...entryIds, f1.entryIds.neighbour])
  return rows.map((row, i) => ({
    name: `receipt ${i} held against the book`,
    path: '/v1/receipts/check',
    json: { code: receiptCode(receiptOf(needs.signer, row)) },
  }))
}

/** What differs between any two answers: the number of the request, and how many more a minute allows. */
const passing = /^(x-request-id|ratelimit.*|x-ratelimit.*)$/

/** Ids that a page makes while it is shown differ by how much was made before, and say nothing. */
const withoutFresh = (text: string): string =>
  text.replaceAll(/name="id" value="[0-9a-f-]{36}"/g, 'name="id"')

const bodyText = async (answer: Response): Promise<string> => {
  const bytes = Buffer.from(await answer.arrayBuffer())
  const isText = /text|json|xml/.test(answer.headers.get('content-type') ?? '')
  return isText
    ? withoutFresh(bytes.toString())
    : `${bytes.length} bytes ${sha256(bytes.toString('latin1'))}`
}

/** An answer as whoever asks can see it: status, headers, every letter; and what the store was asked for it. */
export const answerTo = async (
  { village, asked }: World,
  who: Somebody,
  { path, json }: Question,
): Promise<string> => {
  const on = asking(village)
  await who.token()
  asked()
  const answer = await on.send(who, path, json === undefined ? {} : { json })
  const headers = [...answer.headers].filter(([name]) => !passing.test(name)).toSorted()
  const text = await bodyText(answer)
  // What is counted and read behind the answer belongs to it, and not to whatever is asked next.
  const { store } = village.needs
  await Promise.all(
    [judgingIn(store), lettersWaitingIn(store, who.networkId)].map((it) => it.settled()),
  )
  return `${answer.status}\n${JSON.stringify(headers)}\n${text}\n${asked()}`
}

type Attacker = { readonly way: string; readonly isElsewhere?: true }

/** Who is no officer: the household by either door, staff of the NGO, a member of the fund beside. */
export const outside: readonly Attacker[] = [
  { way: 'household-login' },
  { way: 'household-card' },
  { way: 'administrator' },
  { way: 'migration-worker' },
  { way: 'household-login', isElsewhere: true },
]

/** And neighbours in office, with the auditor. */
export const attackers: readonly Attacker[] = [
  ...outside,
  { way: 'counter' },
  { way: 'record-keeper' },
  { way: 'auditor' },
]

/** Her husband with her phone, and a neighbour who counts the box. */
export const nearest: readonly Attacker[] = [{ way: 'household-login' }, { way: 'counter' }]

/** The log of the fund to its last page: who did what in which order. */
const wholeLog = async (world: World, who: Somebody): Promise<string> => {
  const { village } = world
  const path = `/v1/funds/${village.f1.fundId}/log?limit=200`
  const pages: string[] = []
  for (let cursor = ''; pages.length < 20;) {
    const page = await answerTo(world, who, { name: 'log', path: path + cursor })
    pages.push(page)
    const next = /"nextCursor":"([\w-]+)"/.exec(page)?.[1]
    if (next === undefined) break
    cursor = `&cursor=${next}`
  }
  return pages.join('\n')
}

export const inPerson = ({ village }: World, { way, isElsewhere }: Attacker): Somebody => {
  const { a, f1, f2, people } = village
  const ofNetwork = people.filter((one) => one.way === way && one.networkId === a.networkId)
  return ofNetwork.find(({ home }) => home === (isElsewhere ? f2 : f1)) ?? ofNetwork[0]!
}

type Attack = {
  readonly by: readonly Attacker[]
  /** Every n-th question alone; the log always. */
  readonly every?: number
  /** Only the first so many of them ask, after all have read the log. */
  readonly first?: number
}

/** Everything that each of them got, by who asked for what. */
export const gotIn = async (
  world: World,
  { by, every = 1, first = by.length }: Attack,
): Promise<ReadonlyMap<string, string>> => {
  const questions = [
    ...(await everyRead(world)),
    ...risingSizes(world),
    ...otherTimes(world),
    ...(await receiptsHeld(world)),
  ].filter((_, place) => place % every === 0)
  const got = new Map<string, string>()
  const named = ({ way, isElsewhere }: Attacker): string => way + (isElsewhere ? ' elsewhere' : '')
  // Before the attack itself fills the log.
  for (const one of by) got.set(`${named(one)}: log`, await wholeLog(world, inPerson(world, one)))
  for (const one of by.slice(0, first)) {
    const who = inPerson(world, one)
    for (const question of questions)
      got.set(`${named(one)}: ${question.name}`, await answerTo(world, who, question))
  }
  return got
}

/** What differs between what was got in two worlds, by who asked for what. */
export const differing = (
  one: ReadonlyMap<string, string>,
  other: ReadonlyMap<string, string>,
  as: (text: string) => string = (text) => text,
): readonly string[] =>
  [...one].flatMap(([key, text]) => (as(text) === as(other.get(key) ?? '') ? [] : [key]))
