import { expect, test } from 'vitest'
import { boxDoorOf } from '#src/app/box.ts'
import { networkBookOf } from '#src/app/network/network-views.ts'
import { pageText } from '#test/pages/page-text.ts'
import { foundUntil } from '#test/support/many-funds.ts'
import { type Practice, practice, practiceDay } from '#test/support/service.ts'

/* A network with two funds, and a letter in the box of each. */

const write = async (
  village: Practice,
  fundId: string,
  { address, to = 'ngo' }: { readonly address: string; readonly to?: 'ngo' | 'fund' },
): Promise<void> => {
  const answer = await village.ask('/box', {
    body: new URLSearchParams({
      b: boxDoorOf(village.needs, fundId),
      kind: 'complaint',
      to,
      text: 'the box was opened by one of them',
    }),
    headers: { 'x-forwarded-for': address },
  })
  expect(answer.status).toBe(200)
}

test('letters of two funds stand under the name of each, and an office in one of them opens none of its letters', async () => {
  const village = await practice({ publicUrl: 'https://fund.example' })
  const { needs, networkId, fundId } = village
  await foundUntil(village, 2, { on: practiceDay, nameOf: () => 'The other village' })
  const { funds, staff } = (await networkBookOf(needs.store, networkId))!
  const other = funds.find((one) => one.fundId !== fundId)!.fundId
  await write(village, fundId, { address: '203.0.113.1' })
  await write(village, other, { address: '203.0.113.2' })
  const lettersFor = async (door: 'administrator' | 'auditor') => {
    const token = await village.as(door)
    return pageText(await (await village.ask('/network/box?lang=en', { token })).text())
  }
  for (const door of ['administrator', 'auditor'] as const) {
    const text = await lettersFor(door)
    expect(text.match(/Complaint/gi), text).toHaveLength(2)
    expect(text.match(/The other village/g), door).toHaveLength(1)
  }
  // She audits the first one on, and has an office in the other.
  const { userId } = staff.find(({ appointments }) =>
    appointments.some(({ role }) => role === 'auditor'),
  )!
  const by = { actor: 'test', device: 'test' }
  const on = () => ({ id: needs.ids(), v: 1 as const, effectiveOn: practiceDay })
  const member = {
    type: 'AdmitMember',
    memberId: 'm1',
    card: 'M01',
    sex: 'f',
    zone: 'river',
    isFormer: false,
  } as const
  const answers = [
    ...(await needs.recordNetwork(
      networkId,
      [{ ...on(), type: 'EndAssignment', userId, fundId: other }],
      by,
    )),
    ...(await needs.record(
      other,
      [
        { ...on(), ...member },
        { ...on(), type: 'AppointOfficer', memberId: 'm1', office: 'chair' },
      ],
      by,
    )),
  ]
  expect(answers.map(({ outcome }) => outcome)).toEqual(['recorded', 'recorded', 'recorded'])
  await needs.store.keepMembership({ networkId, userId, fundId: other, memberId: 'm1' })
  const left = await lettersFor('auditor')
  expect(left.match(/Complaint/gi)).toHaveLength(1)
  expect(left).not.toContain('The other village')
})

test('officers read what was written to them, and nothing that was written to those of another fund', async () => {
  const village = await practice({ publicUrl: 'https://fund.example' })
  const { needs, networkId, fundId } = village
  await foundUntil(village, 2, { on: practiceDay })
  const { fundIds } = (await networkBookOf(needs.store, networkId))!
  for (const [i, one] of fundIds.entries())
    await write(village, one, { address: `203.0.113.${i}`, to: 'fund' })
  const token = await village.as('chair')
  const list = await (await village.ask(`/funds/${fundId}/letters?lang=en`, { token })).text()
  expect(list.match(/\/letters\/S-/g)).toHaveLength(1)
})
