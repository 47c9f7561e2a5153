import { systemClock } from '#infra/system/system.ts'
import { dayIn } from '#src/app/network/home.ts'
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { type Door, practiceKeeper, practiceSecond } from '#src/app/practice/practice-people.ts'

/** Somebody of the practice fund who asks the service by its API, from the device of a page. */
export const signedIn = async (page: Page, door: Door) => {
  const { origin, pathname } = new URL(page.url())
  const fund = /\/funds\/[^/]+/.exec(pathname)![0]
  const device = (await page.context().cookies()).find(
    ({ name }) => name === '__Host-device',
  )!.value
  const sent = (path: string, body: unknown, more = {}): Promise<Response> =>
    fetch(`${origin}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...more },
      body: JSON.stringify(body),
    })
  const opened = await sent('/v1/sessions', { deviceToken: device, door })
  const { token } = (await opened.json()) as { token: string }
  const bearer = { authorization: `Bearer ${token}` }
  return {
    fundId: fund.split('/')[2]!,
    record: async (command: object): Promise<void> => {
      const { login, pin: secret } = door === 'chair' ? practiceKeeper : practiceSecond
      const effectiveOn = today()
      const one = {
        id: randomUUID(),
        v: 1,
        effectiveOn,
        ...command,
        approvals: [{ login, secret }],
      }
      const answer = await sent(`/v1${fund}/commands`, { commands: [one] }, bearer)
      const { answers } = (await answer.json()) as { answers: { outcome: string }[] }
      if (!/recorded|flagged/.test(answers[0]!.outcome)) throw new Error(JSON.stringify(answers))
    },
    read: async (path: string): Promise<string> =>
      (await fetch(`${origin}${fund}${path}`, { headers: bearer })).text(),
  }
}

/** The service lives by the clock of the machine, and its people in Cambodia. */
const today = (): string => dayIn(systemClock(), 'Asia/Phnom_Penh')

export const firstIn = (text: string, pattern: RegExp): string => {
  const found = pattern.exec(text)?.[1]
  if (found === undefined) throw new Error(`nothing like ${pattern.source} stands on the page`)
  return found
}

/** The record-keeper among those who may stand behind what the chair writes down. */
export const keeperOption = /<option\s+value="([0-9a-f-]{36})"[^>]*>[^<]*Record-keeper/i

const venture = {
  type: 'FoundVenture',
  sharePrice: 20_000,
  sharesOffered: 200,
  sharesEach: 25,
  leavingValue: 'at-most-the-price',
  endsOn: '2099-12-31',
  votes: { present: 55, yes: 50, no: 2 },
}

/** Two of them: a mill that sells shares, and a shop with a book, of which the member whose card is printed holds a part. */
const make = async (page: Page): Promise<void> => {
  const [chair, keeper, household] = await Promise.all([
    signedIn(page, 'chair'),
    signedIn(page, 'record-keeper'),
    signedIn(page, 'household'),
  ])
  const choices = await keeper.read('/record/venture-shares?lang=en')
  const memberOf = (card: string): string =>
    firstIn(choices, new RegExp(`member=([0-9a-f-]{36})"(?:(?!member=)[^])*?\\b${card}\\b`))
  const own = memberOf(firstIn(await household.read('/me?lang=en'), /Card (M\d\d)/))
  const beside = firstIn(
    await chair.read(`/record/venture?fund=${chair.fundId}&lang=en`),
    keeperOption,
  )
  const year = today().slice(0, 4)
  const keepers = { cashKeeper: memberOf('M07'), bookKeeper: memberOf('M08') }
  for (const kind of ['shop', 'mill'])
    await chair.record({
      ...venture,
      ...keepers,
      kind,
      ventureId: `${kind}-${year}`,
      leavesFrom: today(),
      confirmedBy: beside,
    })
  const chairId = firstIn(
    await keeper.read(`/record/venture-line?fund=${chair.fundId}&lang=en`),
    /<option\s+value="([0-9a-f-]{36})"[^>]*>[^<]*Chair/i,
  )
  const bought = { type: 'BuyVentureShares', hasHeardRules: true, approvedBy: chairId }
  const proof = { witnesses: [memberOf('M05'), memberOf('M06')] }
  for (const [ventureId, memberId, shares] of [
    [`shop-${year}`, own, 5],
    [`shop-${year}`, memberOf('M10'), 25],
    [`shop-${year}`, memberOf('M11'), 12],
    [`mill-${year}`, memberOf('M12'), 10],
  ] as const)
    await keeper.record({ ...bought, proof, ventureId, memberId, shares })
  const line = { type: 'RecordVentureMove', ventureId: `shop-${year}`, confirmedBy: chairId }
  for (const [move, amount, paper] of [
    ['bought', 600_000, 'R-1'],
    ['gone', 300_000, 'R-2'],
    ['earned', 412_500, 'R-2'],
    ['spent', 15_000, 'R-3'],
    ['missing', 500, 'R-4'],
  ] as const)
    await keeper.record({ ...line, move, amount, paper })
}

const made = new Map<string, Promise<void>>()

/** The ventures of the practice fund that a page is of, made once; the page is read anew. */
export const venturesThere = async (page: Page): Promise<void> => {
  const { origin } = new URL(page.url())
  const ready = made.get(origin) ?? make(page)
  made.set(origin, ready)
  await ready
  await page.reload()
}
