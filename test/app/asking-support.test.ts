import { expect, test } from 'vitest'
import { sealingBy } from '#infra/system/sealing.ts'
import { signerOnNode } from '#infra/system/signer.ts'
import type { Recorder } from '#src/app/record.ts'
import { bookOf } from '#src/app/queries.ts'
import { type Asker, type Wanted, askForSomebody } from '#src/app/support/asking.ts'
import { checkersOn, mayCheckOn } from '#src/app/support/checkers.ts'
import { fileOf, filesOf } from '#src/app/support/files.ts'
import {
  fundSource,
  potBookOf,
  potSource,
  potRecorder,
  sourceOf,
} from '#src/app/support/grant-source.ts'
import { reversed } from '#test/support/committee.ts'
import { fundId, networkId, smallNetwork } from '#test/support/small-network.ts'
import { type StoryCommand, idOf } from '#test/support/village.ts'

const on = '2025-02-20'
const given = (amount: number): StoryCommand => ({
  type: 'RecordDonation',
  effectiveOn: '2025-02-01',
  windowId: 'w1',
  amount,
})
const wanted: Wanted = {
  id: idOf(900),
  effectiveOn: on,
  windowId: 'w1',
  amount: 100_000,
  parts: 1,
  kind: 'training',
  isSurvivors: false,
  memberId: 'm1',
  withChildren: false,
  isAdult: true,
  reason: 'course',
  way: 'cash',
  supplier: '',
  mentor: '',
  checker: 'o3',
  papers: [
    {
      paper: 'passport',
      number: 'N 123',
    },
  ],
}
const officer: Asker = {
  userId: 'u-o2',
  memberId: 'o2',
  networkId,
  by: {
    actor: 'u-o2',
    device: 'd1',
  },
}

const desk = async () => {
  const its = await smallNetwork([given(5_000_000)])
  const { kept, store, needs } = its
  const all = {
    ...needs,
    journal: kept,
    record: its.record,
    sealing: sealingBy({ secret: 'a support secret for tests' }),
    signer: signerOnNode({ secret: 'a signing secret for tests' }),
    today: () => on,
  }
  const asks = async (
    more: Partial<Wanted> = {},
    { asker = officer, record = its.record }: { asker?: Asker; record?: Recorder } = {},
  ) => {
    const source = (await sourceOf(kept, { fundId, networkId }))!
    const of = { fundId, asker, wanted: { ...wanted, ...more } }
    return askForSomebody({ ...all, record }, source, of)
  }
  const word = async (...asked: Parameters<typeof asks>): Promise<string> => {
    const answer = await asks(...asked)
    return 'code' in answer ? answer.code : answer.outcome
  }
  const areKin = async (firstId: string, secondId: string) =>
    kept.keepKinships(fundId, [
      { fundId, firstId, secondId, relation: 'sibling', declaredAt: '2025-01-01T00:00:00.000Z' },
    ])
  const files = () => filesOf({ ...all, store }, fundId)
  return { ...its, all, asks, word, areKin, files }
}

test('what is asked stands in the journal by a code, and in a sealed file what it is for', async () => {
  const { asks, files, kept } = await desk()
  expect(await asks()).toMatchObject({ outcome: 'recorded' })
  const [file, ...more] = await files()
  expect(more).toEqual([])
  expect(file).toMatchObject({
    kind: 'training',
    memberId: 'm1',
    reason: 'course',
    asker: 'u-o2',
    checker: 'o3',
    networkId,
    followUps: [],
    book: [],
  })
  const row = (await kept.read(fundId, 0, 100)).at(-1)!
  expect(row.type).toBe('SupportAsked')
  expect(JSON.parse(row.data)).toMatchObject({
    code: file!.code,
    windowId: 'w1',
    amount: 100_000,
    parts: 1,
    broughtBy: 'fund',
  })
  expect(row.data).not.toContain('m1')
})

test('a trade of one’s own is followed up after one, three, six, twelve and twenty-four months', async () => {
  const { word, files } = await desk()
  expect(await word({ kind: 'reintegration', effectiveOn: '2025-02-20' })).toBe('recorded')
  expect((await files())[0]!.followUps).toEqual([
    { months: 1, dueOn: '2025-03-20' },
    { months: 3, dueOn: '2025-05-20' },
    { months: 6, dueOn: '2025-08-20' },
    { months: 12, dueOn: '2026-02-20' },
    { months: 24, dueOn: '2027-02-20' },
  ])
})

test('the same form again has the same answer, another under its id is a conflict, and at once it is one grant', async () => {
  const { asks, word, files, all } = await desk()
  const both = await Promise.all([asks(), asks()])
  expect(both.map(({ outcome }) => outcome)).toEqual(['recorded', 'recorded'])
  expect(both[0]).toMatchObject({ seq: (both[1] as { seq: number }).seq })
  expect(await files()).toHaveLength(1)
  expect(await word()).toBe('recorded')
  expect(await word({ amount: 90_000 })).toBe('id-used-for-another-command')
  expect(await word({ reason: 'another course' })).toBe('id-used-for-another-command')
  // Once the file is erased nobody can say any more what stood in it.
  await all.store.dropSupportFile(fundId, (await files())[0]!.code)
  expect(await word({ reason: 'another course' })).toBe('recorded')
  expect(await word({ amount: 90_000 })).toBe('id-used-for-another-command')
  expect(await files()).toEqual([])
})

test('neither who asks nor who looks at it may be the one it is for, or kin; and they are two', async () => {
  const { word, areKin, files } = await desk()
  expect(await word({ checker: 'o2' })).toBe('checker-not-another')
  expect(await word({ checker: 'u-o2' })).toBe('checker-not-another')
  expect(await word({ checker: 'm2' })).toBe('checker-not-an-officer')
  expect(await word({ checker: 'nobody' })).toBe('checker-not-an-officer')
  expect(await word({ memberId: 'o2' })).toBe('asker-is-concerned')
  expect(await word({ memberId: 'o3' })).toBe('checker-is-concerned')
  await areKin('o3', 'm1')
  expect(await word()).toBe('checker-is-concerned')
  expect(await word({ checker: 'o4' })).toBe('recorded')
  await areKin('o2', 'm1')
  expect(await word({ id: idOf(901), checker: 'o4' })).toBe('asker-is-concerned')
  expect(await files()).toHaveLength(1)
})

test('a kind gives its most and no more, a window that is none nothing, and the same is given once', async () => {
  const { word, files } = await desk()
  expect(await word({ amount: 100_001 })).toBe('above-its-kind')
  expect(await word({ windowId: 'w9' })).toBe('window-unknown')
  expect(await word({ amount: 100_000 })).toBe('recorded')
  expect(await word({ id: idOf(901) })).toBe('already-helped')
  // What was refused is kept nowhere.
  expect(await files()).toHaveLength(1)
})

test('of what could not be written down nothing is kept, and the paper can be shown again', async () => {
  const { all, word, files } = await desk()
  const refusing: Recorder = async (fund, commands, options) =>
    options.dryRun === true
      ? all.record(fund, commands, options)
      : [{ id: commands[0]!.id, outcome: 'refused', code: 'no' }]
  expect(await word({}, { record: refusing })).toBe('no')
  expect(await files()).toEqual([])
  const failing: Recorder = async (fund, commands, options) => {
    if (options.dryRun === true) return all.record(fund, commands, options)
    throw new Error('the disk is full')
  }
  await expect(word({}, { record: failing })).rejects.toThrow('the disk is full')
  expect(await files()).toEqual([])
  const would: Recorder = async (_, commands) => [
    { id: commands[0]!.id, outcome: 'refused', code: 'would-not' },
  ]
  expect(await word({}, { record: would })).toBe('would-not')
  expect(await word({ id: idOf(901) })).toBe('recorded')
  // A file that is too long to be sealed is asked for in fewer words.
  const long = { id: idOf(902), reason: 'x'.repeat(17_000), papers: [], memberId: 'm2' }
  expect(await word(long)).toBe('file-full')
  expect(await files()).toHaveLength(1)
})

test('the team brings somebody whom the book need not know, and one of the team looks at it', async () => {
  const { all, word, files, staff, kept } = await desk()
  const [worker, supervisor, auditor] = [
    await staff('worker', 'migration-worker'),
    await staff('supervisor', 'case-supervisor', '2025-02-20'),
    await staff('auditor', 'auditor'),
  ]
  const asker: Asker = {
    userId: worker.userId,
    memberId: undefined,
    networkId,
    by: {
      actor: worker.userId,
      device: 'd1',
    },
  }
  const checkers = async (day: string) => checkersOn(all, { networkId, day })
  expect((await checkers(on)).includes(supervisor.userId)).toBe(true)
  expect((await checkers(on)).includes(auditor.userId)).toBe(false)
  expect((await checkers('2025-02-21')).includes(supervisor.userId)).toBe(false)
  expect(await checkersOn(all, { networkId: fundId, day: on })).toEqual([])
  const checker = supervisor.userId
  expect(await mayCheckOn(all, { networkId, day: on, checker })).toBe(true)
  expect(await mayCheckOn(all, { networkId, day: on, checker: 'o3' })).toBe(false)
  expect(await word({ memberId: '', checker: 'o3' }, { asker })).toBe('user-unknown')
  expect(await word({ memberId: '', checker: worker.userId }, { asker })).toBe(
    'checker-not-another',
  )
  expect(await word({ memberId: '', checker }, { asker })).toBe('recorded')
  expect(await word({ memberId: '', checker }, { asker })).toBe('recorded')
  const [file] = await files()
  expect(file).toMatchObject({ memberId: '', asker: worker.userId, checker })
  expect(JSON.parse((await kept.read(fundId, 0, 100)).at(-1)!.data)).toMatchObject({
    broughtBy: 'team',
  })
  expect(await fileOf(all, fundId, 'none')).toBeUndefined()
})

test('what moved a window is told by what it was, also where it was taken back', async () => {
  const { kept, entered } = await desk()
  await entered([
    { ...given(7_000), id: idOf(910) } as StoryCommand,
    reversed(idOf(910), '2025-02-21'),
  ])
  const source = (await sourceOf(kept, { fundId, networkId }))!
  expect(source).toMatchObject({ scope: fundId, isPot: false })
  expect(await source.lines(['w1'])).toEqual([
    { on: '2025-02-01', amount: -5_000_000, entryType: 'DonationReceived' },
    { on: '2025-02-01', amount: -7_000, entryType: 'DonationReceived' },
    { on: '2025-02-01', amount: 7_000, entryType: 'DonationReceived' },
  ])
  expect(await source.lines([])).toEqual([])
  expect(source.currencyOf('w1', on)).toBe('KHR')
  const training = { kind: 'training', withChildren: false } as const
  expect(source.limitOf('w1', training, on)).toBe(100_000)
  expect(await sourceOf(kept, { fundId: idOf(1), networkId })).toBeUndefined()
  const book = (await bookOf(kept, fundId))!
  expect(fundSource(kept, { fundId, book }).members).toHaveLength(10)
})

test('the pot is asked in the network’s own journal and in the currency of its window', async () => {
  const { kept, decided, recordNetwork, staff } = await desk()
  await staff('ann', 'administrator')
  const effectiveOn = on
  await decided([
    { type: 'OpenPotWindow', effectiveOn, windowId: 'p1', currency: 'USD' },
    { type: 'RecordPotDonation', effectiveOn, windowId: 'p1', amount: 50_000 },
  ])
  const source = (await sourceOf(kept, { fundId: networkId, networkId }))!
  expect(source).toMatchObject({ scope: networkId, isPot: true, members: [], supports: [] })
  expect(source.windows.map(({ windowId }) => windowId)).toEqual(['p1'])
  const training = { kind: 'training', withChildren: false } as const
  expect([source.currencyOf('p1', on), source.currencyOf('none', on)]).toEqual(['USD', 'KHR'])
  expect([source.limitOf('p1', training, on), source.limitOf('none', training, on)]).toEqual([
    2_500, 100_000,
  ])
  expect((await source.lines(['p1'])).map(({ entryType }) => entryType)).toEqual([
    'DonationReceived',
  ])
  const record = potRecorder(recordNetwork)
  const asked = {
    id: idOf(920),
    v: 1,
    type: 'AskForSupport',
    effectiveOn,
    code: 'S-AAAA2222',
    windowId: 'p1',
    amount: 2_000,
    parts: 1,
    broughtBy: 'team',
    fileHash: 'a'.repeat(64),
  } as const
  const by = { actor: idOf(7), device: 'd1' }
  expect(await record(networkId, [asked], by)).toMatchObject([{ outcome: 'recorded' }])
  const step = { ...asked, id: idOf(921), type: 'TakeSupportStep', step: 'checked' } as const
  expect(await record(networkId, [step as never], by)).toMatchObject([{ outcome: 'recorded' }])
  const { supports, moves } = await potBookOf(kept, networkId)
  expect(supports).toMatchObject([{ code: 'S-AAAA2222', state: 'checked', askedBy: idOf(7) }])
  expect(supports[0]).not.toHaveProperty('broughtBy', 'fund')
  expect(moves).toHaveLength(1)
  expect(potSource(networkId, { windows: [], supports: [], moves }).windows).toEqual([])
  const other = { ...asked, type: 'RecordExpense' } as never
  expect(() => record(networkId, [other], by)).toThrow('no such act of the pot')
})
