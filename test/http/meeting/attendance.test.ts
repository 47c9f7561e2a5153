import { beforeEach, expect, test } from 'vitest'
import { dayBefore } from '#domain/kernel/dates.ts'
import { attendanceOn } from '#src/app/meeting/view.ts'
import { type AtMeeting, day, meeting } from '#test/http/meeting/at-meeting.ts'

let at: AtMeeting
let everybody: Record<string, string>
let ticked: readonly string[]
beforeEach(async () => {
  at = await meeting('chair')
  const text = await at.page('attendance')
  ticked = [...text.matchAll(/name="(p-[^"]*)"[^>]*checked/g)].map(([, name]) => name!)
  const boxes = [...text.matchAll(/name="(p-[^"]*)"/g)].map(([, name]) => name!)
  everybody = Object.fromEntries(boxes.map((name) => [name, 'yes']))
})

const idOf = (card: string): string =>
  at.book.members.find((member) => member.card === card)!.memberId

const without = (...cards: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    Object.entries(everybody).filter(
      ([name]) => !cards.map((card) => `p-${idOf(card)}`).includes(name),
    ),
  )

test('everybody of the fund is on the list in card order, ticked as at the last meeting, and nobody who has left', async () => {
  const cards = [
    ...(await at.page('attendance')).matchAll(/class="tick"[^]*?<span\s*>([^<]*)</g),
  ].map(([, said]) => said!.split(' ').at(-1))
  expect(cards.slice(0, 3)).toEqual(['M01', 'M02', 'M03'])
  expect(cards).toHaveLength(60)
  // Two stayed at home the last time.
  expect(at.book.meetings.at(-1)!.absent).toHaveLength(2)
  expect(ticked).toHaveLength(58)
  expect(cards.some((card) => card!.startsWith('X'))).toBe(false)
})

test('whoever was on no list yet is not ticked, nor is anything by a list of a day on which no box was counted', async () => {
  const { needs, fundId } = at
  const by = { actor: 'test', device: 'test' }
  const memberId = needs.ids()
  const envelope = { v: 1, effectiveOn: dayBefore(day) } as const
  const nine = at.book.members.slice(0, 9).map((one) => one.memberId)
  const ghost = { card: 'M99', sex: 'f', zone: at.book.members[0]!.zone, isFormer: false } as const
  const told = await needs.record(
    fundId,
    [
      { ...envelope, ...ghost, id: needs.ids(), type: 'AdmitMember', memberId },
      {
        ...envelope,
        id: needs.ids(),
        type: 'RecordAttendance',
        present: [memberId, ...nine],
        absent: [],
      },
    ],
    by,
  )
  expect(told.map(({ outcome }) => outcome)).toEqual(['recorded', 'recorded'])
  const text = await at.page('attendance')
  expect(text).toContain(`name="p-${memberId}"`)
  expect([...text.matchAll(/name="(p-[^"]*)"[^>]*checked/g)].map(([, name]) => name!)).toEqual(
    ticked,
  )
})

test('whoever was at the last meeting and is away today is on the list and not ticked', async () => {
  const { needs, fundId } = at
  const memberId = idOf('M09')
  expect(ticked).toContain(`p-${memberId}`)
  const change = {
    v: 1,
    type: 'RecordMemberChange',
    change: 'away',
    effectiveOn: dayBefore(day),
  } as const
  const by = { actor: 'test', device: 'test' }
  const told = await needs.record(fundId, [{ ...change, id: needs.ids(), memberId }], by)
  expect(told.map(({ outcome }) => outcome)).toEqual(['recorded'])
  const boxes = [
    ...(await at.page('attendance')).matchAll(/name="(p-[^"]*)"[^>]*?(checked)?\s*\/?>/g),
  ]
  const now = boxes.filter(([, , is]) => is).map(([, name]) => name!)
  expect(boxes).toHaveLength(60)
  expect(now).toEqual(ticked.filter((name) => name !== `p-${memberId}`))
})

test('a list with enough people stands in the book at once', async () => {
  const fields = await at.filled('attendance', without('M03', 'M40'))
  expect((await at.send('attendance', fields)).status).toBe(303)
  const body = JSON.parse((await at.lastRow()).data) as { present: string[]; absent: string[] }
  expect(body.present).toHaveLength(58)
  expect(body.absent.toSorted()).toEqual([idOf('M03'), idOf('M40')].toSorted())
  expect(await at.page('')).toContain('Enough to decide: 40 are needed')
})

test('too few to decide is asked about with who is missing, and the meeting goes on', async () => {
  const few = Object.fromEntries(Object.entries(everybody).slice(0, 39))
  const fields = await at.filled('attendance', few)
  const asked = await (await at.send('attendance', fields)).text()
  expect(asked).toContain('39 of 60 present')
  expect(asked).toContain('Too few to decide: 40 are needed')
  expect(asked).toMatch(/ M59, \S.* M60/)
  expect((await at.done('attendance', few)).status).toBe(303)
  expect(await at.page('')).toContain('Too few to decide: 40 are needed')
  const attendance = attendanceOn(await at.bookNow(), day)
  expect(attendance).toMatchObject({ present: 39, members: 60, needed: 40, isQuorum: false })
  expect(attendance.womenPresent).toBeGreaterThan(0)
})

test('whoever comes late is added to the list of the day', async () => {
  await at.done('attendance', without('M03'))
  const again = await at.page('attendance')
  expect(again).toContain('stays present')
  expect(again).toMatch(new RegExp(`name="p-${idOf('M03')}"[^>]*value="yes"\\s*/?>`))
  await at.done('attendance', everybody)
  expect(attendanceOn(await at.bookNow(), day)).toMatchObject({ present: 60 })
})

test('going back from the question keeps who lost the tick', async () => {
  const fields = { ...(await at.filled('attendance', without('M05'))), change: 'yes' }
  const text = await (await at.send('attendance', fields)).text()
  expect(text.match(/ checked/g)).toHaveLength(59)
})
