import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { NetworkCommand } from '#domain/network.ts'
import { noteHands } from '#src/app/identity/hands.ts'
import { pageFiles } from '#src/pages/files.ts'
import { languages } from '#src/words/catalogue.ts'
import { pageText } from '#test/pages/page-text.ts'
import { type Practice, practice, practiceDay } from '#test/support/service.ts'

const dayMs = 24 * 60 * 60 * 1000

const text = async (village: Practice, path: string, token?: string): Promise<string> => {
  const answer = await village.ask(path, { token })
  expect(answer.status, path).toBe(200)
  return answer.text()
}

type Read = { readonly numbers: readonly { readonly number: string; readonly checkedOn: string }[] }
const read = async (village: Practice, query = ''): Promise<readonly string[]> => {
  const { numbers } = (await (await village.ask(`/v1/numbers${query}`)).json()) as Read
  return numbers.map(({ number }) => number)
}

const said = { country: 'KH', kind: 'health', languages: [] } as const

const send = async (
  village: Practice,
  door: 'migration-worker' | 'administrator' | 'auditor',
  command: object,
  id = village.needs.ids(),
): Promise<string> => {
  const token = await village.as(door)
  const json = { commands: [{ id, v: 1, effectiveOn: village.needs.today(), ...command }] }
  const answer = await village.ask(`/v1/networks/${village.networkId}/commands`, { token, json })
  if (answer.status !== 200) return String(answer.status)
  const [one] = ((await answer.json()) as { answers: { outcome: string; code?: string }[] }).answers
  return one!.code ?? one!.outcome
}

/** A service that is none of practice: what it shows can be dialled. */
const real = (): Promise<Practice> => practice({ isPractice: false })

test('anybody reads the numbers in both languages, without signing in and without a script', async () => {
  const village = await practice()
  for (const language of languages) {
    const page = await text(village, `/numbers?lang=${language}`)
    for (const number of ['555-0101', '555-0102', '555-0103', '+1 555-0104'])
      expect(page).toContain(number)
    expect(page).not.toContain('555-0105')
    expect(page).not.toContain('<script')
    expect(page).toContain(language === 'en' ? 'checked 31 December 2025' : 'ពិនិត្យ')
    // On a screen that others see the page is called as all pages are.
    expect(page).toMatch(/<title>(Village book|សៀវភៅភូមិ)[^<]*<\/title>/)
  }
})

test('what is invented says so and cannot be dialled, what is real is one tap', async () => {
  const page = await text(await practice(), '/numbers?lang=en')
  expect(page).not.toContain('tel:')
  expect(pageText(page)).toContain('practice, do not dial')
  const other = await text(await real(), '/numbers?lang=en')
  expect(other).toContain('href="tel:+15550104"')
  expect(other).not.toContain('do not dial')
})

test('the page with its style is at most 14 KB over the line', async () => {
  const village = await practice()
  const sheet = gzipSync(pageFiles.own.text).length
  for (const language of languages) {
    const page = await text(village, `/numbers?lang=${language}`)
    expect(page).toContain(pageFiles.own.path)
    expect(gzipSync(page).length + sheet).toBeLessThanOrEqual(14 * 1024)
  }
})

test('nobody who reads them is looked up, and no line of any log tells of it', async () => {
  const village = await practice()
  const before = await village.needs.store.activities(village.networkId, { limit: 200 })
  const token = await village.as('household')
  expect(await text(village, '/numbers?lang=en', token)).toBe(
    await text(village, '/numbers?lang=en'),
  )
  expect(await village.needs.store.activities(village.networkId, { limit: 200 })).toEqual(before)
})

test('half a year after the check a number is on no page, no paper and in no answer', async () => {
  const village = await practice()
  const paths = ['/', '/numbers']
  for (const path of paths) expect(await text(village, path)).toContain('555-0101')
  village.pass(181 * dayMs)
  for (const path of paths) expect(await text(village, path)).not.toContain('555-01')
  expect(await read(village)).toEqual([])
  const token = await village.as('migration-worker')
  const team = await text(village, '/team?lang=en', token)
  expect(team).not.toContain('555-01')
  expect(team).toContain('5 numbers wait for a check')
  expect(team).toContain('3 services wait for a check')
  expect(await text(village, '/network/numbers?lang=en', token)).toContain('checked too long ago')
})

test('a number is a trap until somebody else has checked it: one hand shows nothing', async () => {
  const village = await practice()
  const numberId = village.needs.ids()
  const propose = { type: 'ProposeNumber', numberId, ...said, number: '555-0199' }
  expect(await send(village, 'migration-worker', propose)).toBe('recorded')
  const check = { type: 'CheckNumber', numberId, how: 'called' }
  expect(await send(village, 'migration-worker', check)).toBe('checked-by-whoever-entered')
  expect(await read(village)).not.toContain('555-0199')
  expect(await send(village, 'auditor', check)).toBe('not-yours-to-do')
  expect(await send(village, 'administrator', check)).toBe('recorded')
  expect(await read(village)).toContain('555-0199')
  expect(await read(village, '?country=TH')).toEqual(['555-0103'])
  // One alone takes it out.
  const out = { type: 'WithdrawNumber', numberId, why: 'wrong' }
  expect(await send(village, 'migration-worker', out)).toBe('recorded')
  expect(await read(village)).not.toContain('555-0199')
  expect(await send(village, 'administrator', check)).toBe('withdrawn-already')
})

test('whoever has just given the other one a login is no second hand', async () => {
  const village = await practice()
  const { needs, networkId } = village
  const users = await needs.store.users(networkId)
  const idOf = (name: string) => users.find(({ login }) => login === `practice ${name}`)!.userId
  const whose = { networkId, userId: idOf('migration-worker') }
  await noteHands(needs, whose, { action: 'give-secret', by: idOf('administrator'), device: 'd' })
  const numberId = needs.ids()
  const propose = { type: 'ProposeNumber', numberId, ...said, number: '555-0199' }
  expect(await send(village, 'migration-worker', propose)).toBe('recorded')
  const check = { type: 'CheckNumber', numberId, how: 'called' }
  expect(await send(village, 'administrator', check)).toBe('approver-reset-lately')
})

test('nobody checks for a day that has not come', async () => {
  const village = await practice()
  const check = { type: 'CheckNumber', numberId: village.needs.ids(), how: 'called' }
  const later = { ...check, effectiveOn: '2026-12-31' }
  expect(await send(village, 'administrator', later)).toBe('date-in-the-future')
})

test('of several networks each household is led to its own, and a stranger sees what any two stand behind', async () => {
  const village = await real()
  const { needs, networkId } = village
  const [other, numberId] = [needs.ids(), needs.ids()]
  const on = () => ({ id: needs.ids(), v: 1 as const, effectiveOn: practiceDay })
  const say = (commands: readonly NetworkCommand[], actor: string) =>
    needs.recordNetwork(other, commands, { actor, device: 'd' })
  await say(
    [
      { ...on(), type: 'FoundNetwork' },
      { ...on(), type: 'ProposeNumber', numberId, ...said, number: '555-0188' },
    ],
    'one',
  )
  await say([{ ...on(), type: 'CheckNumber', numberId, how: 'called' }], 'two')
  expect(await read(village)).toContain('555-0188')
  expect(await read(village)).toContain('555-0101')
  expect(await read(village, `?network=${networkId}`)).not.toContain('555-0188')
  expect(await read(village, `?network=${other}`)).toEqual(['555-0188'])
  const own = await text(
    village,
    `/funds/${village.fundId}/me?lang=en`,
    await village.as('household'),
  )
  expect(own).toContain(`href="/numbers?n=${networkId}"`)
  expect(await text(village, `/numbers?n=${networkId}`)).not.toContain('555-0188')
  expect(await text(village, '/numbers?n=<b>nobody')).toContain('555-0188')
})

test.each(['/', '/more', '/team', '/network'])('%s leads to them', async (path) => {
  const village = await practice()
  const door = path === '/network' ? 'administrator' : 'migration-worker'
  const page = await text(village, path, path === '/' ? undefined : await village.as(door))
  expect(page).toMatch(/href="\/(network\/)?numbers/)
})

test('reports are offered to a real administrator as what is to be checked, and shown to nobody', async () => {
  const village = await real()
  const token = await village.as('administrator')
  const page = await text(village, '/network/numbers?lang=en', token)
  expect(page).toContain('/network/numbers/propose?from=kh-1288')
  const form = await text(village, '/network/numbers/propose?from=kh-1288&lang=en', token)
  expect(form).toContain('value="1288"')
  expect(await text(village, '/numbers')).not.toContain('tel:1288')
  const team = await village.as('migration-worker')
  expect(await text(village, '/network/numbers', team)).not.toContain('kh-1288')
  const invented = await practice()
  const own = await invented.as('administrator')
  expect(await text(invented, '/network/numbers', own)).not.toContain('from=kh')
})
