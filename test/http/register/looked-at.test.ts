import { expect, test } from 'vitest'
import { agenciesForAnybody } from '#src/app/network/register.ts'
import { agencySaid } from '#src/http/register/reply.ts'
import { pageText } from '#test/pages/page-text.ts'
import { practice } from '#test/support/service.ts'

const dayMs = 24 * 60 * 60 * 1000

test('of whom nobody has looked for thirty days it is told everywhere that it must be asked anew', async () => {
  const village = await practice()
  const { needs, networkId } = village
  const all = () => agenciesForAnybody(needs.store, { networkId, today: needs.today() })
  const good = (await all()).find(
    ({ licence: { state, until = '9999' } }) => state === 'licensed' && until > '2027',
  )!
  const named = good.latin!
  const now = async () => (await all()).find(({ partyId }) => partyId === good.partyId)!
  const page = async (path: string) => pageText(await (await village.ask(`${path}?lang=en`)).text())
  const told = async () => ({
    page: await page('/agencies'),
    poster: await page('/agencies/poster'),
    copy: await (await village.ask('/agencies/copy')).text(),
    text: await agencySaid(needs)({ networkId, typed: named, language: 'en' }),
  })
  const anew = /more than thirty days/
  const fresh = await told()
  expect(await now()).toMatchObject({ isStale: false, licence: { state: 'licensed' } })
  expect(fresh.poster).toContain(named)
  for (const one of [fresh.page, fresh.copy, fresh.text]) expect(one).not.toMatch(anew)
  village.pass(31 * dayMs)
  const stale = await told()
  expect(await now()).toMatchObject({ isStale: true, lookedOn: expect.stringMatching(/^20/) })
  for (const one of [stale.page, stale.copy, stale.text]) expect(one).toMatch(anew)
  expect(stale.page).toContain('Do not pay yet. Ask us.')
  expect(stale.page).toContain('last looked at')
  // Who is on the sheet that hangs on a wall for a month has been looked at.
  expect(stale.poster).not.toContain(named)
})

test('a signed copy waves nobody through whom nobody has looked at for thirty days, and is good no longer than its earliest look', async () => {
  const village = await practice()
  const copied = async () => (await village.ask('/agencies/copy')).text()
  const wavesThrough = (copy: string) => /^\+ \| /m.test(copy)
  const goodTill = (copy: string) => /newer copy after (\S+)/.exec(copy)?.[1]
  const checked = async (copy: string) => {
    const body = new FormData()
    body.append('copy', copy)
    const answer = await village.ask('/agencies/check?lang=en', { method: 'POST', body })
    return pageText(await answer.text())
  }
  const fresh = await copied()
  expect([wavesThrough(fresh), goodTill(fresh)]).toEqual([true, '2026-01-30'])
  village.pass(20 * dayMs)
  // It is of another day, and rests on the same looks.
  const later = await copied()
  expect([wavesThrough(later), goodTill(later)]).toEqual([true, '2026-01-30'])
  village.pass(11 * dayMs)
  const stale = await copied()
  expect(wavesThrough(stale)).toBe(false)
  const [, name = ''] = /^- \| [^|]* \| ([^|]*) \| .*more than thirty days/m.exec(stale)!
  const told = await checked(fresh)
  const [, stopped = ''] = /May send nobody any more(.*?)Nobody has looked/.exec(told) ?? []
  expect([stopped.includes(name), told.split(name).length]).toEqual([false, 2])
  expect(await checked(stale)).toContain('Nothing has changed')
})
