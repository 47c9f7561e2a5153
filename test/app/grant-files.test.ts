import { expect, test } from 'vitest'
import { memoryStore } from '#infra/memory/store.ts'
import { sealingBy } from '#infra/system/sealing.ts'
import { sha256 } from '#infra/system/system.ts'
import { lengthPrefixed } from '#domain/kernel/canonical.ts'
import type { BookLine, SupportFile } from '#domain/grants/files.ts'
import type { Support, SupportStep } from '#domain/grants/support.ts'
import { fileHashOf, fileOf, filesOf, keepFile } from '#src/app/support/files.ts'
import {
  type Change,
  areTheTwo,
  changed,
  eraseFile,
  isUrgent,
  openedFor,
  stepRefusal,
  takeStep,
} from '#src/app/support/keeping.ts'
import type { Recorder } from '#src/app/record.ts'
import { file, part, support } from '#test/support/grant-file.ts'
import { slowWrites } from '#test/support/slow-writes.ts'

test('only the checker checks or turns down, as a login or as a member, and all that must be seen is marked first', () => {
  const refusal = (step: SupportStep, userId: string, memberId?: string, of = file) =>
    stepRefusal(of, { step }, { userId, memberId })
  for (const step of ['checked', 'turned-down'] as const) {
    expect(refusal(step, 'u2')).toBeUndefined()
    expect(refusal(step, 'u9', 'u2')).toBeUndefined()
    expect(refusal(step, 'u1')).toBe('not-the-checker')
    expect(refusal(step, 'u1', 'm9')).toBe('not-the-checker')
  }
  expect(refusal('closed', 'u1')).toBeUndefined()
  const met = (metOn?: string) => ({
    ...file,
    conditions: [
      { what: 'receipt' as const, metOn: '2025-03-02' },
      { what: 'attended' as const, ...(metOn ? { metOn } : {}) },
    ],
  })
  expect(refusal('conditions-met', 'u1', undefined, met())).toBe('conditions-not-all-met')
  expect(refusal('conditions-met', 'u1', undefined, met('2025-03-02'))).toBeUndefined()
  expect(refusal('closed', 'u1', undefined, met())).toBeUndefined()
})

const on = '2025-05-01'
const line = (day: string): BookLine => ({ on: day }) as BookLine
const stopped = { ...file, stoppedOn: '2025-04-15' }

test('what was seen is marked with its day, and nothing that is not asked of this one', () => {
  expect(changed(file, { is: 'met', what: 'receipt', on })).toEqual({
    ...file,
    conditions: [{ what: 'receipt', metOn: on }, { what: 'attended' }],
  })
  expect(changed(file, { is: 'met', what: 'plan' as 'receipt', on })).toBe('not-asked-of-this-one')
})

test('whoever was helped is followed up while nobody has stopped it, at the months that were agreed', () => {
  const up: Change = { is: 'followed-up', months: 3, on, outcome: 'earns-more' }
  expect(changed(file, up)).toEqual({
    ...file,
    followUps: [
      file.followUps[0],
      { months: 3, dueOn: '2025-06-01', doneOn: on, outcome: 'earns-more' },
    ],
  })
  expect(changed(file, { ...up, months: 2 })).toBe('not-asked-of-this-one')
  expect(changed(stopped, up)).toBe('stopped-by-its-owner')
})

test('the book of a small trade is kept by day, has sixty lines at most, and is of a reintegration alone', () => {
  const add = (of: SupportFile, day: string) => changed(of, { is: 'line', line: line(day) })
  const two = add({ ...file, book: [line('2025-05-03')] }, '2025-05-02') as SupportFile
  expect(two.book.map((one) => one.on)).toEqual(['2025-05-02', '2025-05-03'])
  expect(changed(two, { is: 'without-line', place: 0 })).toMatchObject({
    book: [line('2025-05-03')],
  })
  const book = (n: number) => Array.from({ length: n }, () => line(on))
  expect(add({ ...file, book: book(59) }, on)).toMatchObject({ book: book(60) })
  expect(add({ ...file, book: book(60) }, on)).toBe('file-full')
  expect(add({ ...file, kind: 'school' }, on)).toBe('not-asked-of-this-one')
})

test('whoever stops keeps the first day of it, and is not asked any more what was not asked yet', () => {
  const followUps = [{ ...file.followUps[0]!, doneOn: '2025-04-02' }, file.followUps[1]!]
  expect(changed({ ...file, followUps }, { is: 'stopped', on })).toEqual({
    ...file,
    followUps: [followUps[0]],
    stoppedOn: on,
  })
  expect(changed(stopped, { is: 'stopped', on })).toMatchObject({ stoppedOn: '2025-04-15' })
})

test('what cannot wait is a return that is an emergency or a safe one', () => {
  const urgent = (['emergency-return', 'safe-return', 'school', 'passport'] as const).filter(
    (kind) => isUrgent({ ...file, kind }),
  )
  expect(urgent).toEqual(['emergency-return', 'safe-return'])
})

const kept = async () => {
  const store = slowWrites(memoryStore())
  const sealing = sealingBy({ secret: 'a support secret for tests' })
  const signer = {} as never
  const needs = { store, sealing, hash: sha256, signer }
  expect(await keepFile(needs, 'f1', file)).toBe('kept')
  return { ...needs, needs }
}

test('a file is opened for the two who know it, as a login or as the member who checks, and for nobody else', async () => {
  const { needs } = await kept()
  const open = (userId: string, memberId?: string, code = 'S-1') =>
    openedFor(needs, { fundId: 'f1', code, who: { userId, memberId } })
  expect(await open('u1')).toEqual(file)
  expect(await open('u9', 'u2')).toEqual(file)
  expect(await open('u9', 'm1')).toBeUndefined()
  expect(await open('u1', undefined, 'S-2')).toBeUndefined()
})

test('a letter of the box among the files is none of a grant, and a file of another secret is none', async () => {
  const { needs, store, sealing } = await kept()
  const sealed = await sealing.seal('f1', 'L-1', JSON.stringify({ is: 'letter' }))
  await store.keepSupportFile({ fundId: 'f1', code: 'L-1', sealed })
  expect(await fileOf(needs, 'f1', 'L-1')).toBeUndefined()
  expect(await filesOf(needs, 'f1')).toEqual([file])
  const other = { ...needs, sealing: sealingBy({ secret: 'another secret for these tests' }) }
  expect(await fileOf(other, 'f1', 'S-1')).toBeUndefined()
  expect(await filesOf(other, 'f1')).toEqual([])
})

test('a file that is too long is full, and whatever else fails is no answer', async () => {
  const { needs, store } = await kept()
  const long = { ...file, reason: 'x'.repeat(20_000) }
  expect(await keepFile(needs, 'f1', long)).toBe('file-full')
  expect(await fileOf(needs, 'f1', 'S-1')).toEqual(file)
  const broken = {
    ...needs,
    store: {
      ...store,
      keepSupportFile: async () => {
        throw new Error('the disk is full')
      },
    },
  }
  await expect(keepFile(broken, 'f1', file)).rejects.toThrow('the disk is full')
})

test('what an entry vouches for hangs on all that was asked and the salt, and not on whose it is or who saw it', () => {
  const hash = fileHashOf({ hash: sha256 }, file)
  const other = (more: Partial<SupportFile>) => fileHashOf({ hash: sha256 }, { ...file, ...more })
  for (const more of [
    { code: 'S-2' },
    { kind: 'school' as const },
    { memberId: 'm2' },
    { withChildren: true },
    { reason: 'other' },
    { way: 'in-kind' as const },
    { salt: 'other' },
    { agency: 'a1' },
  ])
    expect(other(more)).not.toBe(hash)
  expect(other({ isSurvivors: true, mentor: 'x', stoppedOn: on })).toBe(hash)
})

test('a step that ends it stops the file on its day, and one that was refused stops nothing', async () => {
  const { needs } = await kept()
  const take = async (step: SupportStep, outcome: 'recorded' | 'refused', by = 'u2') => {
    const record = (async () => [{ id: 'c1', outcome, code: 'x' }]) as unknown as Recorder
    const { outcome: told } = await takeStep({ ...needs, record, today: () => on }, file, {
      fundId: 'f1',
      step: { id: 'c1', effectiveOn: on, code: 'S-1', step },
      who: { userId: by, memberId: undefined },
      by: { actor: by, device: 'd1' },
    })
    return [told, (await fileOf(needs, 'f1', 'S-1'))?.stoppedOn]
  }
  expect(await take('turned-down', 'recorded', 'u1')).toEqual(['refused', undefined])
  expect(await take('closed', 'refused')).toEqual(['refused', undefined])
  expect(await take('checked', 'recorded')).toEqual(['recorded', undefined])
  expect(await take('turned-down', 'recorded')).toEqual(['recorded', on])
  await keepFile(needs, 'f1', file)
  expect(await take('closed', 'recorded')).toEqual(['recorded', on])
})

const who = (userId: string, memberId?: string) => ({ userId, memberId })

test('two of whom one asked and the other checks are the two, and no others', () => {
  expect(areTheTwo(file, [who('u1'), who('u2')])).toBe(true)
  expect(areTheTwo(file, [who('u9', 'u2'), who('u1')])).toBe(true)
  expect(areTheTwo(file, [who('u1'), who('u1')])).toBe(false)
  expect(areTheTwo(file, [who('u2'), who('u9', 'u2')])).toBe(false)
  expect(areTheTwo(file, [who('u1'), who('u9')])).toBe(false)
  expect(areTheTwo(file, [who('u9'), who('u1')])).toBe(false)
})

test('a file is erased by both of them once it is over; claims are let go where nothing was paid', async () => {
  const { needs, store, sealing } = await kept()
  const [holder] = await sealing.marks('n1', lengthPrefixed(['holder', 'f1', 'S-1']))
  const claims = [{ claim: 'c1', untilOn: on }]
  await store.takeClaims('n1', { holder: holder!, claims, day: on })
  const isHeld = async () => (await store.claimHolders('n1', ['c1'], on)).length === 1
  const erase = (more: Partial<Support> | undefined, both = [who('u1'), who('u2')] as const) =>
    eraseFile(needs, 'f1', { file, support: more && support(more), both })
  expect(await erase(undefined)).toBe('support-not-closed')
  for (const state of ['asked', 'checked', 'approved', 'awarded-at-once'] as const)
    expect(await erase({ state })).toBe('support-not-closed')
  expect(await erase({ state: 'closed' }, [who('u1'), who('u9')])).toBe('approval-of-another')
  expect(await fileOf(needs, 'f1', 'S-1')).toEqual(file)
  expect(await erase({ state: 'closed', paid: [part(40)] })).toBe('erased')
  expect(await store.supportFiles('f1')).toEqual([])
  expect(await isHeld()).toBe(true)
  expect(await erase({ state: 'refused' })).toBe('erased')
  expect(await isHeld()).toBe(false)
})
