import { expect, test } from 'vitest'
import { defaultCharter } from '#domain/fund/charter/default-charter.ts'
import { deskAfter, sentAt } from '#test/desk/at-the-desk.ts'
import { requested } from '#test/support/committee.ts'
import { paidOut } from '#test/support/village.ts'

/* What the desk counts of loans where somebody gives another day than today's. */

const cheaper = {
  type: 'AmendCharter',
  effectiveOn: '2025-03-25',
  votes: { present: 10, yes: 10, no: 0 },
  charter: {
    ...defaultCharter,
    rateMonthlyPercent: { normal: '1', seasonal: '1', emergency: '0' },
  },
} as const

test('what a vote of an earlier day gives up of an older loan is counted by that day and its charter', async () => {
  const flat = { method: 'flat', rateMonthlyPercent: '3' } as const
  const older = {
    ...paidOut({ on: '2025-01-20', principal: 1_000_000, months: 10 }),
    asWritten: flat,
  }
  const desk = deskAfter([older as never, cheaper], { today: '2025-04-20' })
  const votedOn = async (day: string) => {
    const vote = { by: 'meeting', present: '9', yes: '9', no: '0', confirmedBy: 'o1', day }
    const { form, filled } = await sentAt(desk, ['conversion', 'l1'], vote)
    const { told = [] } = await form.effect(filled!)
    return told.flatMap((part) =>
      part.is === 'facts'
        ? part.facts.map((one) => ('text' in one ? one.text : 'money' in one && one.money.amount))
        : [],
    )
  }
  expect(await votedOn('2025-02-20')).toEqual(['1.5 %', '1.5 %', 15_000])
  expect(await votedOn('2025-04-20')).toEqual(['1.5 %', '1 %', 45_000])
})

test('what a household can bear is counted by what the loan cost on the day on which it was looked into', async () => {
  const desk = deskAfter([requested(), cheaper], { today: '2025-04-20' })
  const sealed = { ...desk, needs: { ...desk.needs, sealing: {} as never } }
  const bears = async (day: string) => {
    const typed = { appraisedBy: 'o3', finding: 'sound', incomeLeast: '174000', day }
    return (await sentAt(sealed, ['appraisal', 'l1'], typed)).command!['burden']
  }
  // 57,500 of 174,000 in the dearest month, then 55,000.
  expect(await bears('2025-02-20')).toBe('to-40')
  expect(await bears('2025-04-20')).toBe('up-to-33')
})

test('the first payment that was asked for on an earlier day comes after that day, not after today', async () => {
  const desk = deskAfter([], { today: '2025-01-06' })
  const faultsOf = async (more: Readonly<Record<string, string>>) => {
    const asked = { principal: '300000', months: '4', purpose: 'farm', day: '2025-01-03' }
    return Object.keys((await sentAt(desk, ['request', 'm1'], { ...asked, ...more })).faults)
  }
  expect(await faultsOf({ firstDueOn: '2025-01-05' })).toEqual([])
  expect(await faultsOf({ firstDueOn: '2025-01-03' })).toEqual(['firstDueOn'])
  expect(await faultsOf({ dueOn: '2025-01-05 2025-02-05' })).toEqual([])
  expect(await faultsOf({ dueOn: '2025-01-03 2025-02-05' })).toEqual(['dueOn'])
})
