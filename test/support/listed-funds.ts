import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import type { FundSummary } from '#domain/health/summary.ts'
import { daysAfter } from '#domain/kernel/dates.ts'
import { memoryStore } from '#infra/memory/store.ts'
import { sha256 } from '#infra/system/system.ts'
import { practiceStaff } from '#src/app/practice/practice-pot.ts'
import { recorder } from '#src/app/record.ts'
import { costOf } from '#test/support/own-time.ts'
import type { Practice } from '#test/support/service.ts'

/*
 * A network of many funds as its lists tell them. Each is founded and lets the network's auditors in by its own journal; what it
 * comes to stands in its summary alone, so that ten thousand of them are there in seconds.
 */

const by = { actor: 'test', device: 'test' }
const opening = { cash: 0, provision: 0, social: 0, reserve: 0, windows: [] }

type Places = Pick<Practice, 'needs' | 'networkId'>

/** A village that has lent for a year, the same each time for the same number. */
const livelySummary = (kept: FundSummary, n: number, on: string): FundSummary => {
  const owed = 2_000_000 + ((n * 7919) % 3_000_000)
  const steps = Array.from({ length: 1 + (n % 6) }, (_, i) => {
    const from = daysAfter(on, 15 * (i - 3) + (n % 11))
    return [from, Math.floor(owed / 20)] as const
  })
  return {
    ...kept,
    members: 15 + (n % 40),
    cash: 300_000 + ((n * 104_729) % 900_000),
    savings: 3_000_000 + ((n * 1299) % 4_000_000),
    owed,
    loans: 8 + (n % 12),
    late: steps,
    par30: steps.map(([from, amount]) => [daysAfter(from, 30), amount] as const),
    lastMeeting: daysAfter(on, -(n % 90)),
    unanswered: n % 37 === 0 ? 1 : 0,
  }
}

const foundedFund = async ({ needs, networkId }: Places, n: number, on: string) => {
  const memory = memoryStore()
  const world = { journal: memory, networks: memory.networks, clock: needs.clock, hash: sha256 }
  const fundId = needs.ids()
  const envelope = (id = needs.ids()) => ({ id, v: 1 as const, effectiveOn: on })
  const founding = { ...envelope(fundId), type: 'FoundFund' as const, charter: defaultCharter }
  const villageCode = String(1_010_000 + n * 37).padStart(8, '0')
  const answers = await recorder(world)(
    fundId,
    [
      { ...founding, villageCode, opening },
      { ...envelope(), type: 'AdmitAuditors', networkId, until: daysAfter(on, 300) },
    ],
    by,
  )
  assertDone(answers)
  const subjects = (await memory.subjects(fundId)).map((row) =>
    row.kind === 'summary'
      ? { ...row, data: JSON.stringify(livelySummary(JSON.parse(row.data) as FundSummary, n, on)) }
      : row,
  )
  return { fundId, rows: await memory.read(fundId, 0, 10), subjects }
}

const atOnce = 20

const assertDone = (answers: readonly { readonly outcome: string }[]): void => {
  const failed = answers.find(({ outcome }) => outcome !== 'recorded' && outcome !== 'flagged')
  if (failed) throw new Error(JSON.stringify(failed))
}

/** Writes so many funds beside the network; they are in it once it takes them in. */
export const writtenFunds = async (
  village: Practice,
  count: number,
  on: string,
): Promise<readonly string[]> => {
  const { store } = village.needs
  const fundIds: string[] = []
  for (let first = 0; first < count; first += atOnce) {
    const places = Array.from({ length: Math.min(atOnce, count - first) }, (_, i) => first + i)
    await Promise.all(
      places.map(async (n) => {
        const { fundId, rows, subjects } = await foundedFund(village, n, on)
        await store.append(fundId, rows, { postings: [], flags: [], subjects })
        await store.keep(fundId, [{ subject: 'fund', text: `ភូមិ ${n} / Village ${n}` }])
        fundIds.push(fundId)
      }),
    )
  }
  return fundIds
}

const fundsAtOnce = 500

/** Takes funds into the network, and sends its auditor there: 500 by one agreement. */
export const joinFunds = async (
  { needs, networkId }: Practice,
  fundIds: readonly string[],
  on: string,
): Promise<void> => {
  const users = await needs.store.users(networkId)
  const idOf = (login: string): string => users.find((one) => one.login === login)!.userId
  const terms = { userIds: [idOf('practice auditor')], until: daysAfter(on, 300) }
  const envelope = () => ({ id: needs.ids(), v: 1 as const, effectiveOn: on })
  for (let first = 0; first < fundIds.length; first += fundsAtOnce) {
    const some = fundIds.slice(first, first + fundsAtOnce)
    const join = some.map((fundId) => ({ ...envelope(), type: 'JoinFund' as const, fundId }))
    const agreement = { agreementId: needs.ids(), fundIds: some, ...terms }
    const approvedBy = idOf(practiceStaff.login)
    const offer = { ...envelope(), type: 'OfferAgreement' as const, ...agreement, approvedBy }
    const administrator = { actor: idOf('practice administrator'), device: 'test' }
    assertDone(await needs.recordNetwork(networkId, [...join, offer], administrator))
  }
}

const looks = 5

type Look = { readonly ms: number; readonly own: number }

const least = (looked: readonly Look[]): Look => ({
  ms: Math.min(...looked.map(({ ms }) => ms)),
  own: Math.min(...looked.map(({ own }) => own)),
})

const inMs = ({ ms, own }: Look): string => `${ms.toFixed(0)} ms (CPU ${own.toFixed(0)})`

/**
 * How long an auditor waits for the page of all villages: at first, and the least of some looks after it. What it takes by the clock is
 * told; whether it is too long is said by its own time, since a busy machine is no fault.
 */
export const portfolioWaits = async (village: Practice, between: () => Promise<void>) => {
  const token = await village.as('auditor')
  const look = async () => {
    const began = performance.now()
    const { done: page, ms: own } = await costOf(async () =>
      (await village.ask('/portfolio', { token })).text(),
    )
    return { page, ms: performance.now() - began, own }
  }
  const first = await look()
  await between()
  const waits: Look[] = []
  for (let i = 0; i < looks; i += 1) waits.push(await look())
  const later = least(waits)
  return { page: first.page, own: later.own, said: `${inMs(first)} at first, then ${inMs(later)}` }
}
