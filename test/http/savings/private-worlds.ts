import { lengthPrefixed } from '#domain/kernel/canonical.ts'
import type { Signer } from '#domain/ports.ts'
import { signerOnNode } from '#infra/system/signer.ts'
import { sha256 } from '#infra/system/system.ts'
import { networkRecorder } from '#src/app/network/network-record.ts'
import { recorder } from '#src/app/record.ts'
import type { AppNeeds } from '#src/http/needs.ts'
import type { Somebody } from '#test/http/access/people.ts'
import { secretOfAll, today, twoNetworks } from '#test/http/access/two-networks.ts'
import { type Village, asking } from '#test/http/support/team.ts'
import { sameChance } from '#test/support/same-chance.ts'
import { ourHost } from '#test/support/service.ts'

/** Two households of the same fund: one of them saves what nobody may know of. */
export const owners = ['household-login', 'household-card'] as const
type Owner = (typeof owners)[number]

/** A life of the fund. `open` saves the same money where everybody sees it: the control. */
export type FundLife = {
  readonly owner: Owner
  readonly way: 'private' | 'open'
  readonly amount: number
}

export type World = {
  readonly village: Village
  /** Entries by which the hidden money came and went. */
  readonly entryIds: readonly string[]
  /** Moments between the steps of the story. */
  readonly instants: readonly string[]
  /** How often the store was asked since the service was last asked, and for how many rows. */
  readonly asked: () => string
}

/**
 * Marks of one household as those of the other. A mark is a keyed hash of its owner; with the two exchanged it is the
 * same letters whoever saved, so that whatever differs otherwise is a leak. What marks tell is tried beside this. What is
 * written after the story is for the same household in each world, and bears the same mark as it is.
 */
const exchanged = (
  signer: Signer,
  [one, other]: readonly [string, string],
  isOfStory: (text: string) => boolean,
): Signer => ({
  ...signer,
  mark: (fundId, text) => {
    const isOwners = text.startsWith(lengthPrefixed(['village-fund/private-savings/1']))
    if (!isOwners || !isOfStory(text)) return signer.mark(fundId, text)
    const swapped = text.replaceAll(one, '?').replaceAll(other, one).replaceAll('?', other)
    return signer.mark(fundId, swapped)
  },
})

type Counted = { calls: number; rows: number }

/** The same store, which counts what it is asked: how long an answer takes, on a machine that never differs. */
const counting = <T extends object>(store: T, count: Counted): T =>
  new Proxy(store, {
    get: (kept, name) => {
      const value = Reflect.get(kept, name) as unknown
      if (typeof value === 'object' && value !== null) return counting(value, count)
      if (typeof value !== 'function') return value
      return async (...args: unknown[]) => {
        const answer: unknown = await Reflect.apply(value, kept, args)
        count.calls += 1
        count.rows += Array.isArray(answer) ? answer.length : 1
        return answer
      }
    },
  })

/** A clock that goes on by a thousandth of a second each time somebody looks at it. */
const ticking = () => {
  let now = Date.parse('2025-12-31T02:00:00.000Z')
  return () => new Date((now += 1)).toISOString()
}

const day = { day: '31', month: '12', year: '2025' }

const storyIn = (village: Village, { owner, way, amount }: FundLife) => {
  const on = asking(village)
  const { f1, needs } = village
  const fund = `/v1/funds/${f1.fundId}`
  const keeper = on.find('record-keeper')
  const accepted = async (answer: Response): Promise<string> => {
    const one = await on.one(answer)
    if (one['outcome'] !== 'recorded' && one['outcome'] !== 'flagged')
      throw new Error(`the story cannot be told: ${JSON.stringify(one)}`)
    return one['id'] as string
  }
  const command = async (type: string, more: object, who = keeper): Promise<string> => {
    const commands = [{ ...on.envelope(), v: 1, type, ...more }]
    return accepted(await on.send(who, `${fund}/commands`, { json: { commands } }))
  }
  const byPage = async (who: Somebody, path: string, form: object): Promise<Response> =>
    village.service.request(path, {
      method: 'POST',
      headers: { host: ourHost, authorization: `Bearer ${await who.token()}` },
      body: new URLSearchParams(form as Record<string, string>),
    })
  /** What the owner types herself when private money goes out. */
  const ownWord = (direction: 'in' | 'out') =>
    way === 'private' && direction === 'out' ? { secret: on.find(owner).secret } : {}
  const moved = async (whose: string, direction: 'in' | 'out', sum: number): Promise<string> => {
    if (way === 'open')
      return command(direction === 'in' ? 'RecordDeposit' : 'RecordWithdrawal', {
        memberId: whose,
        amount: sum,
      })
    const json = {
      ...on.envelope(),
      memberId: whose,
      direction,
      amount: sum,
      ...ownWord(direction),
    }
    return accepted(await on.send(keeper, `${fund}/private-savings`, { json }))
  }
  /** By the pages, as a record-keeper does it: choose, fill in, check, record, look at the receipt. */
  const movedByPages = async (whose: string, direction: 'in' | 'out', sum: number) => {
    const task = way === 'private' ? 'private-savings' : direction === 'in' ? 'deposit' : 'take-out'
    const place = `/funds/${f1.fundId}/record/${task}`
    const id = needs.ids()
    const typed = { id, member: whose, amount: String(sum), ...day }
    const form = { ...typed, ...(way === 'private' && { direction }) }
    await on.send(keeper, place)
    await on.send(keeper, `${place}?member=${whose}`)
    await byPage(keeper, `${place}/confirm`, form)
    const done = await byPage(keeper, place, { ...form, ...ownWord(direction) })
    if (done.status !== 303) throw new Error(`the story cannot be told: ${done.status}`)
    await on.send(keeper, done.headers.get('location')!)
    return id
  }
  return { on, command, byPage, moved, movedByPages, memberId: f1.memberIds[owner], amount }
}

/** Money is saved in private, by the API and by the pages; then a day of the village goes by as always. */
const livedIn = async (
  village: Village,
  told: FundLife,
): Promise<Pick<World, 'entryIds' | 'instants'>> => {
  const { on, command, byPage, moved, movedByPages, memberId, amount } = storyIn(village, told)
  const { f1, needs } = village
  const { memberIds } = f1
  // Drawn before: who is drawn follows from the hash of all that came earlier.
  await command('BeginConfirmation', {}, on.find('chair'))
  const instants = [needs.clock()]
  const entryIds = [await moved(memberId, 'in', amount)]
  instants.push(needs.clock())
  entryIds.push(await movedByPages(memberId, 'in', 40_000))
  entryIds.push(await movedByPages(memberId, 'out', 10_000))
  // Somebody else does so too, in both worlds.
  await moved(memberIds.neighbour, 'in', 115_000)
  instants.push(needs.clock())
  // The owner alone looks, with the secret; whoever has the phone open tries without it.
  const own = `/funds/${f1.fundId}/me/private`
  for (const who of owners) {
    const secret = who === 'household-login' ? secretOfAll : '000000'
    await byPage(on.find(who), own, { secret })
    await on.send(on.find(who), own)
  }
  const asked = { product: 'normal', months: 10, purpose: 'farm' }
  for (const [i, who] of owners.entries()) {
    const principal = 60_000 + i
    await command('RequestLoan', {
      memberId: memberIds[who],
      loanId: needs.ids(),
      ...asked,
      principal,
    })
    await command('RequestWithdrawal', { memberId: memberIds[who], amount: 5_000 })
    const about = { kind: 'savings', memberId: memberIds[who] }
    await command('RaiseDispute', { about, reason: 'other' }, on.find('counter'))
  }
  await command('OpenMeeting', { count: { amount: 5_000_000, isByNote: false } })
  await command('CloseMeeting', { count: { amount: 5_000_000, isByNote: true } })
  instants.push(needs.clock())
  return { entryIds, instants }
}

/** One world. Two with the same `amount` differ in nothing but whose money it is. */
export const worldOf = async (told: FundLife, more: Partial<AppNeeds> = {}): Promise<World> => {
  const village = await twoNetworks(sameChance())
  const { needs, store, f1 } = village
  const clock = ticking()
  const world = { journal: store, networks: store.networks, clock, hash: sha256 }
  const plain = signerOnNode({ secret: 'a signing secret for tests' })
  const [own, other] = owners.map((who) => f1.memberIds[who]) as [string, string]
  const count: Counted = { calls: 0, rows: 0 }
  let ofStory: readonly string[] | undefined
  const isOfStory = (text: string): boolean =>
    ofStory === undefined || ofStory.some((entryId) => text.includes(entryId))
  Object.assign(needs, {
    clock,
    record: recorder(world),
    recordNetwork: networkRecorder(world),
    store: counting(store, count),
    signer: told.owner === owners[0] ? plain : exchanged(plain, [own, other], isOfStory),
    today: () => today,
    ...more,
  })
  const asked = (): string => {
    const said = `asked ${count.calls} times for ${count.rows} rows`
    Object.assign(count, { calls: 0, rows: 0 })
    return said
  }
  const lived = await livedIn(village, told)
  ofStory = lived.entryIds
  asked()
  return { village, asked, ...lived }
}
