import { expect, test } from 'vitest'
import { auditIn, fillIn, plan, read } from '#test/http/audits/steps.ts'
import { pageText } from '#test/pages/page-text.ts'
import { type Practice, practice } from '#test/support/service.ts'

const dayMs = 24 * 60 * 60 * 1000

const raise = async (village: Practice, auditId: string): Promise<string> => {
  const path = `/funds/${village.fundId}/audits/${auditId}/findings/new`
  const found = { kind: 'count-missing', weight: 'serious', test: 'box-count' }
  const sent = await fillIn(village, 'auditor', path, { ...found, replyBy: '20/1/2026' })
  expect(sent.status, sent.page).toBe(303)
  return (await auditIn(village)).findings.at(-1)!.findingId
}

const today = async (village: Practice, door: 'chair' | 'auditor' = 'chair'): Promise<string> =>
  read(village, door, `/funds/${village.fundId}/today?lang=en`)

test('an officer is told on the first page that a finding waits for the fund’s reply, and is led to it', async () => {
  const village = await practice()
  const { auditId } = await plan(village)
  // A visit that is planned may come unannounced.
  expect(await today(village)).not.toContain('/audits/')
  const [first] = [await raise(village, auditId), await raise(village, auditId)]
  const page = await today(village)
  expect(pageText(page)).toContain(
    '2 findings of an audit wait for the fund’s reply reply by 20 January 2026',
  )
  const at = `/funds/${village.fundId}/audits/${auditId}`
  expect(page).toContain(`href="${at}"`)
  expect(await read(village, 'chair', `${at}?lang=en`)).toContain(`${at}/findings/${first}/reply`)
  await fillIn(village, 'chair', `${at}/findings/${first}/reply`, { reply: 'agreed' })
  expect(pageText(await today(village))).toContain('1 finding of an audit waits for')
})

test('a reply whose day is over stands out, and whoever cannot answer for the fund is not asked', async () => {
  const village = await practice()
  const { auditId } = await plan(village)
  await raise(village, auditId)
  const late = /<b class="is-late">1<\/b>\s*<span>finding of an audit/
  expect(await today(village)).not.toMatch(late)
  village.pass(21 * dayMs)
  expect(await today(village)).toMatch(late)
  expect(await today(village, 'auditor')).not.toContain('finding of an audit')
})

test('what was not mended is told with the day on which the auditor comes again, until it is', async () => {
  const village = await practice()
  const { auditId } = await plan(village)
  const findingId = await raise(village, auditId)
  const at = `/funds/${village.fundId}/audits/${auditId}/findings/${findingId}`
  await fillIn(village, 'chair', `${at}/reply`, { reply: 'agreed' })
  await fillIn(village, 'auditor', `${at}/close`, { how: 'not-mended', again: '1/3/2026' })
  expect(pageText(await today(village))).toContain(
    '1 finding of an audit is looked at again the auditor comes again on 1 March 2026',
  )
  await fillIn(village, 'auditor', `${at}/look`, { seen: 'mended' })
  expect(await today(village)).not.toContain('finding of an audit')
})

test('nobody waits for a reply about a plan that was given up', async () => {
  const village = await practice()
  const { auditId } = await plan(village)
  await raise(village, auditId)
  const at = `/funds/${village.fundId}/audits/${auditId}/cancel`
  expect((await fillIn(village, 'auditor', at, { why: 'mistake' })).status).toBe(303)
  expect(await today(village)).not.toContain('finding of an audit')
})
