import { expect, test } from 'vitest'
import { randomIds } from '#infra/system/system.ts'
import { issueCard } from '#src/app/identity/cards.ts'
import { day, entrance, hour, otherPin, told } from '#test/support/entrance.ts'

const pins = 1_000_000
const days = 8

type Pile = { readonly fund: number; readonly token: string; readonly wrong: string }

/**
 * Somebody who holds every card of six funds of one network and never tires: by turns, at every hour of the
 * clock, each door is tried until it says no. What counts is what was looked at.
 */
const spread = async () => {
  const its = await entrance()
  const pile: Pile[] = []
  for (let fund = 0; fund < 6; fund += 1) {
    const fundId = randomIds()
    for (let i = 0; i < 15; i += 1) {
      const { token, pin } = await issueCard(its.needs, { fundId, memberId: randomIds() })
      pile.push({ fund, token, wrong: otherPin(pin) })
    }
  }
  const looked = pile.map(() => [0])
  const byDay = Array.from({ length: days }, () => ({ all: 0, ofFund: Array<number>(6).fill(0) }))
  for (let at = 0; at < days * 24; at += 1) {
    const today = byDay[Math.floor(at / 24)]!
    for (const [i, { fund, token, wrong }] of pile.entries())
      for (let go = 0; go < 6; go += 1) {
        const answer = told(await its.show(token, wrong))
        if (answer !== 'sign-in-failed') break
        const cycles = looked[i]!
        if (cycles.at(-1) === 5) cycles.push(0)
        cycles[cycles.length - 1]! += 1
        today.all += 1
        today.ofFund[fund]! += 1
      }
    its.pass(hour)
  }
  return { looked, byDay, looks: its.secrets.looks() }
}

test('P12: guesses spread over all cards of a network find a PIN no sooner than its budgets let them', async () => {
  const { looked, byDay, looks } = await spread()
  const cycle = Math.max(...looked.flat()) / pins
  const card = Math.max(...looked.map((cycles) => cycles.reduce((a, b) => a + b, 0))) / pins
  const fund = Math.max(...byDay.flatMap(({ ofFund }) => ofFund)) / pins
  const network = Math.max(...byDay.map(({ all }) => all)) / pins
  console.info(
    `P12: chance of a PIN at most ${cycle} a card and lock cycle, ${card} a card in all, ` +
      `${fund} a fund and day, ${network} a network and day; ${looks} guesses in ${days} days`,
  )
  expect(byDay.reduce((sum, { all }) => sum + all, 0)).toBe(looks)
  expect(cycle).toBeLessThanOrEqual(5e-6)
  expect(card).toBeLessThanOrEqual(2e-5)
  expect(fund).toBeLessThanOrEqual(5e-5)
  expect(network).toBeLessThanOrEqual(2e-4)
  // The pile is large enough that the budgets stop it, and not the cards alone.
  expect([fund, network]).toEqual([5e-5, 2e-4])
})

test('P12: a pile of cards is stopped for good: each needs two officers after twenty', async () => {
  const its = await entrance()
  const pile = await Promise.all(Array.from({ length: 3 }, () => its.printed()))
  for (let i = 0; i < 60; i += 1) {
    for (const { token, pin } of pile)
      for (let go = 0; go < 6; go += 1) await its.show(token, otherPin(pin))
    its.pass(day)
  }
  expect(its.secrets.looks()).toBe(60)
  for (const { token, pin } of pile)
    expect(told(await its.show(token, pin))).toBe('reset-in-person')
})
