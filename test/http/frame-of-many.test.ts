import { beforeAll, expect, test } from 'vitest'
import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import { memoryStore } from '#infra/memory/store.ts'
import { networkBookOf } from '#src/app/network/network-views.ts'
import { paperBookFolder } from '#test/support/books-in.ts'
import { type Practice, practice, practiceDay } from '#test/support/service.ts'

/** An auditor who is put to work on so many funds. */
const funds = 12

let village: Practice
const asked = new Set<string>()

/** A store that notes which funds anything is read of. */
const watched = (): ReturnType<typeof memoryStore> => {
  const store = memoryStore()
  const { subject, viewsHead, read } = store
  const noting =
    <Args extends readonly unknown[], Answer>(ask: (fundId: string, ...more: Args) => Answer) =>
    (fundId: string, ...more: Args): Answer => {
      asked.add(fundId)
      return ask(fundId, ...more)
    }
  return Object.assign(store, {
    subject: noting(subject),
    viewsHead: noting(viewsHead),
    read: noting(read),
  })
}

const by = { actor: 'test', device: 'test' }
const until = '2026-12-30'

beforeAll(async () => {
  village = await practice({}, paperBookFolder, practiceDay, watched())
  const { needs, networkId } = village
  const network = (await networkBookOf(needs.store, networkId))!
  const { userId } = network.staff.find(({ appointments }) =>
    appointments.some(({ role }) => role === 'auditor'),
  )!
  const opening = { cash: 0, provision: 0, social: 0, reserve: 0, windows: [] }
  for (let n = 1; n < funds; n += 1) {
    const fundId = needs.ids()
    const envelope = () => ({ id: needs.ids(), v: 1 as const, effectiveOn: practiceDay })
    const villageCode = String(99_000_000 + n)
    const inFund = await needs.record(
      fundId,
      [
        {
          ...envelope(),
          id: fundId,
          type: 'FoundFund',
          villageCode,
          charter: defaultCharter,
          opening,
        },
        { ...envelope(), type: 'AdmitAuditors', networkId, until },
      ],
      by,
    )
    const inNetwork = await needs.recordNetwork(
      networkId,
      [
        { ...envelope(), type: 'JoinFund', fundId },
        { ...envelope(), type: 'AssignStaff', userId, fundId, until },
      ],
      by,
    )
    const outcomes = [...inFund, ...inNetwork].map(({ outcome }) => outcome)
    expect(outcomes.filter((one) => one !== 'recorded' && one !== 'flagged')).toEqual([])
  }
}, 60_000)

const askedFor = async (path: string): Promise<number> => {
  const token = await village.as('auditor')
  asked.clear()
  expect((await village.ask(path, { token })).status, path).toBe(200)
  // The network is asked by its own journal.
  asked.delete(village.networkId)
  return asked.size
}

test('whoever audits many funds waits for two of them at most on any page that is of none', async () => {
  for (const path of ['/glossary', '/receipt', '/me/notice'])
    expect(await askedFor(path), path).toBeLessThanOrEqual(2)
})

test('a page of one fund asks that fund alone', async () => {
  for (const page of ['health', 'loans', 'meetings', 'members'])
    expect(await askedFor(`/funds/${village.fundId}/${page}`), page).toBe(1)
})

test('the list of all villages is asked of all of them', async () => {
  expect(await askedFor('/')).toBe(funds)
})
