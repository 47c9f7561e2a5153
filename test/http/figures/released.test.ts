import { expect, test } from 'vitest'
import type { AwayFigures } from '#domain/fund/meeting/away-figures.ts'
import type { NetworkCommand } from '#domain/network.ts'
import type { SessionRow } from '#domain/ports.ts'
import { sha256 } from '#infra/system/system.ts'
import { figuresOf, figuresText, keepFigures, releasesOf } from '#src/app/figures/book.ts'
import { releaseRefusal } from '#src/app/figures/confirming.ts'
import { figuresToTell } from '#src/app/figures/making.ts'
import { noteHands } from '#src/app/identity/hands.ts'
import { awayCommandOf } from '#src/app/meeting/away-counts.ts'
import { counting } from '#test/http/figures/counting.ts'
import { as, formIdOn } from '#test/http/network-visits.ts'
import { pageText } from '#test/pages/page-text.ts'
import { figuresOfVillage } from '#test/support/away-counts.ts'
import { type Practice, practice } from '#test/support/service.ts'

const dayMs = 24 * 60 * 60 * 1000

const page = async (path: string, of: Practice): Promise<string> => {
  const answer = await of.ask(path)
  expect(answer.status, path).toBe(200)
  return answer.text()
}

/** Figures of the practice fund, kept beside its journal, with the command that vouches for them. */
const kept = async ({ needs, fundId }: Practice, figures: AwayFigures) => {
  const made = await awayCommandOf(needs, { fundId, id: needs.ids(), on: needs.today(), figures })
  await made.keep()
  return made
}

const half = '2025-H2'
const proposePath = `/network/figures/propose/${half}`

test('one proposes what was counted and cannot confirm it; another one does, and anybody reads it from then on', async () => {
  const { world } = await counting([
    '17020101',
    '17020102',
    '17020103',
    '02010101',
    '02010102',
    '02010103',
  ])
  const { needs, networkId } = world
  // 45 days after the half-year ended.
  world.pass(45 * dayMs)
  const early = await as(world, 'administrator')
  expect((await early.get(proposePath)).status).toBe(404)
  world.pass(dayMs)
  const boss = await as(world, 'administrator')
  expect((await boss.get('/network/figures')).text).toContain('July to December 2025')
  const form = await boss.get(proposePath)
  expect((await boss.send(proposePath, { id: formIdOn(form) })).status).toBe(303)
  const release = (await releasesOf(needs.store, networkId)).find(({ period }) => period === half)
  const confirmPath = `/network/figures/${release!.releaseId}/confirm`
  expect((await boss.get(confirmPath)).text).toContain('another one has to confirm it')
  const command = { type: 'ConfirmRelease', releaseId: release!.releaseId }
  const token = await world.as('administrator')
  const sendIt = async (): Promise<string> =>
    (
      await world.ask(`/v1/networks/${networkId}/commands`, {
        token,
        json: { commands: [{ id: needs.ids(), v: 1, effectiveOn: needs.today(), ...command }] },
      })
    ).text()
  expect(await sendIt()).toContain('checked-by-whoever-entered')
  expect(pageText(await page('/figures?lang=en', world))).not.toContain('July to December 2025')
  // Nor does a second login whose secret went through the hands of whoever proposed it.
  const bopha = { networkId, userId: 'bopha' }
  const confirmed: NetworkCommand = {
    id: needs.ids(),
    v: 1,
    effectiveOn: needs.today(),
    type: 'ConfirmRelease',
    releaseId: release!.releaseId,
  }
  const refusalTo = () =>
    releaseRefusal(needs, { session: bopha as SessionRow, day: needs.today() })(confirmed)
  expect(await refusalTo()).toBeUndefined()
  const hands = { action: 'give-secret', by: release!.proposedBy, device: 'test' } as const
  await noteHands(needs, bopha, hands)
  expect(await refusalTo()).toBe('approver-reset-lately')
  // The form sent again is the same proposal, and its figures stay as they are.
  const before = await figuresOf(needs, { networkId, ...release! })
  expect((await boss.send(proposePath, { id: release!.releaseId })).status).toBe(303)
  expect(await figuresOf(needs, { networkId, ...release! })).toEqual(before)
  await needs.recordNetwork(networkId, [confirmed], { actor: 'bopha', device: 'test' })
  const said = pageText(await page('/figures?lang=en', world))
  expect(said).toContain('July to December 2025')
  // Six villages, each with 25 in Thailand.
  expect(said).toContain('Thailand 150')
  expect(said).toContain('6 of 7 villages counted')
}, 120_000)

test('whoever proposes is told of stones that somebody took away beside the book', async () => {
  const { world, funds } = await counting(['17020101', '17020102', '17020103'])
  const { store } = world.needs
  world.pass(46 * dayMs)
  const boss = await as(world, 'administrator')
  const said = 'Villages whose stones cannot be opened'
  expect((await boss.get(proposePath)).text).not.toContain(said)
  const notes = [...(await store.of(funds[0]!))].filter(([of]) => of.startsWith('stones:'))
  expect(notes).toHaveLength(1)
  await store.keep(
    funds[0]!,
    notes.map(([subject]) => ({ subject, text: '' })),
  )
  expect((await boss.get(proposePath)).text).toContain(`${said}: 1.`)
}, 120_000)

test('a second draft of a half-year is the first one again, and whoever confirms sees what stones said', async () => {
  const codes = ['17020101', '17020102', '17020103', '17060101', '17060102', '17060103']
  const { world, funds } = await counting(codes)
  const { needs, networkId } = world
  world.pass(46 * dayMs)
  const boss = await as(world, 'administrator')
  const propose = async (): Promise<number> => {
    const form = await boss.get(proposePath)
    return (await boss.send(proposePath, { id: formIdOn(form) })).status
  }
  expect(await propose()).toBe(303)
  // A village is said to lie elsewhere: with another draft somebody would subtract it.
  const moved = {
    id: needs.ids(),
    v: 1,
    effectiveOn: needs.today(),
    type: 'PlaceFund',
    fundId: funds[0]!,
    district: '1706',
  } as NetworkCommand
  await needs.recordNetwork(networkId, [moved], { actor: 'test', device: 'test' })
  expect(await propose()).toBe(303)
  const drafts = (await releasesOf(needs.store, networkId)).filter(({ period }) => period === half)
  expect(drafts).toHaveLength(2)
  expect(new Set(drafts.map(({ digest }) => digest)).size).toBe(1)
  const other = { type: 'ProposeRelease', releaseId: needs.ids(), period: half }
  const command = { ...moved, ...other, id: needs.ids(), digest: drafts[0]!.digest }
  const { fundId: _, district: __, ...proposed } = command as unknown as Record<string, unknown>
  await needs.recordNetwork(networkId, [proposed as unknown as NetworkCommand], {
    actor: 'bopha',
    device: 'test',
  })
  const text = figuresText((await figuresOf(needs, { networkId, ...drafts[0]! }))!)
  const { releaseId } = other
  await keepFigures(needs.store, { networkId, releaseId, text })
  const seen = pageText((await boss.get(`/network/figures/${releaseId}/confirm`)).text)
  // Of six villages 30 of 84 told of kept pay.
  expect(seen).toContain('It happened to them 30')
}, 120_000)

test('figures that were changed beside the journal are told no more, and nobody confirms what was never made', async () => {
  const world = await practice()
  const { needs, networkId } = world
  const told = async () => pageText(await page('/figures?lang=en', world))
  expect(await told()).toContain('12 of 15 villages')
  const [release] = (await releasesOf(needs.store, networkId)).filter(
    ({ period }) => period === '2024-H2',
  )
  const figures = (await figuresOf(needs, { networkId, ...release! }))!
  const text = figuresText({ ...figures, villages: { all: 15, counted: 14 } })
  await keepFigures(needs.store, { networkId, releaseId: release!.releaseId, text })
  expect(await told()).not.toContain('of 15 villages')
  // By a program: a digest of figures that the service has not made.
  world.pass(200 * dayMs)
  const releaseId = needs.ids()
  const proposed = { type: 'ProposeRelease', releaseId, period: '2025-H2', digest: sha256('{}') }
  const by = { actor: 'bopha', device: 'test' }
  const on = () => ({ id: needs.ids(), v: 1 as const, effectiveOn: needs.today() })
  await needs.recordNetwork(networkId, [{ ...on(), ...proposed } as NetworkCommand], by)
  const answer = await world.ask(`/v1/networks/${networkId}/commands`, {
    token: await world.as('administrator'),
    json: { commands: [{ ...on(), type: 'ConfirmRelease', releaseId }] },
  })
  expect(await answer.text()).toContain('release-figures-differ')
})

test('of fewer than three villages nothing is told, and the administrator reads why', async () => {
  const { world } = await counting(['17020101', '17020102'])
  world.pass(46 * dayMs)
  const boss = await as(world, 'administrator')
  const form = await boss.get(proposePath)
  const answer = await boss.send(proposePath, { id: formIdOn(form) })
  expect(answer.status).toBe(409)
  expect(answer.text).toContain('Fewer than three villages counted')
})

test('a village that counted nobody hides no other one', async () => {
  const nobody = JSON.parse(
    JSON.stringify(figuresOfVillage).replaceAll(/:\d+/g, ':0'),
  ) as AwayFigures
  const { more, ...none } = nobody
  const { stones: _, ...rest } = more!
  const { world } = await counting(['17020101', '17020102'], { ...none, more: rest })
  await world.needs.record(world.fundId, [(await kept(world, figuresOfVillage)).command], {
    actor: 'test',
    device: 'test',
  })
  const told = await figuresToTell(world.needs, {
    networkId: world.networkId,
    period: half,
    on: '2026-02-15',
  })
  expect(told).toBe('too-few-villages')
})

test('a count that is written down after the day of the release waits for the next half-year', async () => {
  const { world, funds } = await counting(['17020101', '17020102', '17020103'])
  const { needs, networkId } = world
  const whole = { networkId, on: '2026-02-14', period: half }
  world.pass(60 * dayMs)
  const late = { ...figuresOfVillage, more: figuresOfVillage.more! }
  const asked = { fundId: funds[0]!, id: needs.ids(), on: '2025-12-31', figures: late }
  const { command, keep } = await awayCommandOf(needs, asked)
  await keep()
  await needs.record(funds[0]!, [command], { actor: 'test', device: 'test' })
  // Of three villages the first counts once, whatever was written later of the same day.
  const told = await figuresToTell(needs, whole)
  expect(told).toMatchObject({ villages: { counted: 3 } })
  const next = await figuresToTell(needs, { ...whole, period: '2026-H1', on: '2026-08-15' })
  expect(next).toBe('too-few-villages')
}, 120_000)

test('a person says where a fund lies, and its figures are told there', async () => {
  // A code of Odongk, which was divided: nobody but a person knows in which part the village lies.
  const { world, funds } = await counting([
    '05050101',
    '05050102',
    '05050103',
    '17020101',
    '17020102',
    '17020103',
  ])
  const { needs, networkId } = world
  const boss = await as(world, 'administrator')
  expect((await boss.get('/network/figures')).text).toContain('4 with a code of no district')
  const placing = '/network/figures/place'
  for (const fund of funds.slice(0, 3)) {
    const id = formIdOn(await boss.get(placing))
    expect((await boss.send(placing, { id, fund, district: '0509' })).status).toBe(303)
  }
  expect((await boss.get('/network/figures')).text).toContain('1 with a code of no district')
  const wrong = await boss.send(placing, { id: needs.ids(), fund: funds[0]!, district: '0599' })
  expect(wrong.status).toBe(409)
  expect(wrong.text).toContain('There is no district with this code')
  const told = await figuresToTell(needs, { networkId, period: half, on: '2026-02-14' })
  if (typeof told === 'string') throw new Error(told)
  // A village whose code tells its district is moved nowhere: three of a district could be chosen so that one is singled out.
  const far = { id: needs.ids(), v: 1 as const, effectiveOn: needs.today(), district: '0201' }
  const moved: NetworkCommand = { ...far, type: 'PlaceFund', fundId: funds[3]! }
  await needs.recordNetwork(networkId, [moved], { actor: 'test', device: 'test' })
  expect(await figuresToTell(needs, { networkId, period: half, on: '2026-02-14' })).toEqual(told)
  const place = told.releases[0]!.tables.find(({ id }) => id === 'place')!
  const ids = place.dimensions[0]!.categories.map(({ id }) => id)
  expect(ids).toEqual(['05', '17'])
}, 120_000)
