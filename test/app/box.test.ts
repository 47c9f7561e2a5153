import { expect, test } from 'vitest'
import { sealingBy } from '#infra/system/sealing.ts'
import { sha256 } from '#infra/system/system.ts'
import {
  type Letter,
  answerLetter,
  boxBehind,
  boxDoorOf,
  letterOf,
  letterText,
  lettersADay,
  lettersIn,
  putIn,
  takeOut,
} from '#src/app/box.ts'
import { takeRooms } from '#src/app/watch/day-rooms.ts'
import { fundId, networkId, smallNetwork } from '#test/support/small-network.ts'

const letter = {
  kind: 'complaint',
  to: 'ngo',
  on: '2025-03-01',
  text: 'The box was late.',
} as const

const withBox = async () => {
  const its = await smallNetwork()
  let drawn = 0
  const needs = {
    store: its.store,
    sealing: sealingBy({ secret: 'a support secret for tests' }),
    signer: { mark: (scope: string, text: string) => `${scope} ${text}` } as never,
    hash: sha256,
    random: { token: () => '', below: () => (drawn += 1) },
  }
  const box = { fundId, networkId }
  const put = (more: Partial<Letter> & { isFirst?: boolean } = {}, into = box) =>
    putIn(needs, into, { isFirst: false, ...letter, ...more })
  const tryPut = async (times: number, into = box, more: Partial<Letter> = {}): Promise<number> => {
    let taken = 0
    for (let i = 0; i < times; i += 1) taken += (await put(more, into)) === 'full' ? 0 : 1
    return taken
  }
  return { ...its, its, needs, box, put, tryPut, redraw: (n: number) => (drawn = n) }
}

test('the address of a box opens it, and no other text does', async () => {
  const { needs, box } = await withBox()
  const door = boxDoorOf(needs, fundId)
  expect(door).toMatch(/^[0-9a-f-]{36}\.[0-9a-f]{32}$/)
  expect(await boxBehind(needs, door)).toEqual(box)
  for (const other of [`${door}0`, door.slice(0, -1), fundId, '', boxDoorOf(needs, networkId)])
    expect(await boxBehind(needs, other)).toBeUndefined()
})

test('a letter is read by its receipt of four groups of four digits, in the box of its own fund', async () => {
  const { needs, box, put } = await withBox()
  const made = await put()
  if (made === 'full') throw new Error('full')
  expect(made.receipt).toBe('0001 0002 0003 0004')
  expect(await letterOf(needs, box, made.receipt)).toMatchObject({
    ...letter,
    is: 'letter',
    fundId,
  })
  expect(await letterOf(needs, box, '0001000200030004')).toBeDefined()
  expect(await letterOf(needs, box, '0001 0002 0003 0005')).toBeUndefined()
  expect(await letterOf(needs, { ...box, fundId: networkId }, made.receipt)).toBeUndefined()
})

test('a receipt that was drawn before is drawn anew', async () => {
  const { needs, box, put, redraw } = await withBox()
  await put()
  redraw(0)
  expect(await put({ text: 'another' })).toEqual({ receipt: '0005 0006 0007 0008' })
  expect(await letterOf(needs, box, '0001 0002 0003 0004')).toMatchObject({ text: letter.text })
})

test('a box takes a thousand letters a day, and the first of a sender also then; all boxes ten thousand of anybody', async () => {
  const { tryPut, put, box } = await withBox()
  const use = (name: string, most: number, by: number, today: string) =>
    takeRooms({ networkId, today }, [{ name, most, by }])
  const on = '2025-04-01'
  use(`letters ${fundId}`, lettersADay.fund, lettersADay.fund - 1, on)
  use('letters', lettersADay.network, 5, on)
  expect(await tryPut(3, box, { on })).toBe(1)
  expect(await put({ isFirst: true, on })).toHaveProperty('receipt')
  // What was refused takes nothing of what all boxes hold: seven are in it.
  const left = lettersADay.network - 7
  expect(use('letters', lettersADay.network, left + 1, on)).toBeDefined()
  expect(use('letters', lettersADay.network, left - 1, on)).toBeUndefined()
  const other = { ...box, fundId: '00000000-0000-7000-b000-000000000002' }
  expect(await tryPut(2, other, { on })).toBe(1)
  expect(await put({ isFirst: true, on }, other)).toBe('full')
  expect(await put({ on: '2025-04-02' })).toHaveProperty('receipt')
})

test('letters that wait come first, the oldest of them first, and those that were answered after them', async () => {
  const { needs, put } = await withBox()
  for (const on of ['2025-03-03', '2025-03-01', '2025-03-02']) await put({ on })
  const [oldest] = await lettersIn(needs, networkId)
  expect(oldest?.on).toBe('2025-03-01')
  const answer = { on: '2025-03-04', by: 'ngo', text: 'Thank you.' } as const
  expect(await answerLetter(needs, networkId, oldest!, answer)).toBe('kept')
  const after = await lettersIn(needs, networkId)
  expect(after.map(({ on }) => on)).toEqual(['2025-03-02', '2025-03-03', '2025-03-01'])
  expect(after.at(-1)).toMatchObject({ answer, text: letter.text })
})

test('a letter that was taken back never comes back by an answer, and one that was answered is not answered over', async () => {
  const { needs, put, kept } = await withBox()
  await put()
  const [seen] = await lettersIn(needs, networkId)
  const answer = { on: '2025-03-04', by: 'ngo', text: 'Thank you.' } as const
  expect(await answerLetter(needs, networkId, seen!, answer)).toBe('kept')
  expect(await answerLetter(needs, networkId, seen!, answer)).toBe('stale')
  await takeOut(needs, networkId, seen!.code)
  expect(await kept.supportFiles(networkId)).toEqual([])
  const [again] = [await lettersIn(needs, networkId)]
  expect(again).toEqual([])
  expect(await answerLetter(needs, networkId, seen!, answer)).toBe('stale')
})

test('what is sealed by another secret, or is a file of a grant, is no letter', async () => {
  const { needs, kept, put } = await withBox()
  const sealed = await needs.sealing.seal(networkId, 'S-1', '{"code":"S-1"}')
  await kept.keepSupportFile({ fundId: networkId, code: 'S-1', sealed })
  await put()
  expect(await lettersIn(needs, networkId)).toHaveLength(1)
  const sealing = sealingBy({ secret: 'another secret for these tests' })
  expect(await lettersIn({ ...needs, sealing }, networkId)).toEqual([])
})

test('a text of three to fifteen hundred signs is kept without those that nobody can type', () => {
  expect(letterText('ab')).toBeUndefined()
  expect(letterText('abc')).toBe('abc')
  expect(letterText('  ab  ')).toBeUndefined()
  expect(letterText('x'.repeat(1500))).toHaveLength(1500)
  expect(letterText('x'.repeat(1501))).toBeUndefined()
  expect(letterText('one\r\ntwo\u0007\u202e three')).toBe('one\ntwo three')
  expect(letterText('abc\ud800')).toBeUndefined()
})
