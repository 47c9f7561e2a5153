import { expect, test } from 'vitest'
import { judgingIn } from '#src/app/network/judging.ts'
import { measuring } from '#src/http/metrics/measured.ts'
import type { LogLine } from '#src/http/needs.ts'
import { practice } from '#test/support/service.ts'

const token = 'a-token-for-Prometheus-of-forty-letters'
const line = (more: Partial<LogLine> = {}): LogLine => ({
  requestId: 'r',
  method: 'GET',
  route: '/funds/:fundId/health',
  status: 200,
  ms: 40,
  ...more,
})

const measuredPractice = async () => {
  const measured = measuring()
  const its = await practice({
    metrics: { token, measured },
    log: (one) => measured.take(one),
  })
  measured.watch('books_waiting', () => judgingIn(its.needs.store).waiting())
  const read = (with_: string | undefined) => its.ask('/metrics', { token: with_ })
  return { ...its, read }
}

test('whoever has the token reads counts, durations and what waits; nobody else does', async () => {
  const its = await measuredPractice()
  await its.ask('/', {})
  await its.ask(`/funds/${its.fundId}/health`, { token: await its.as('auditor') })
  const answer = await its.read(token)
  expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
  const text = await answer.text()
  expect(text).toContain('# TYPE fund_requests_total counter')
  expect(text).toContain('fund_requests_total{method="GET",status="200"} 2')
  expect(text).toContain('fund_request_duration_seconds_count 2')
  expect(text).toMatch(/fund_books_waiting \d+/)
  for (const wrong of [undefined, 'another', its.fundId])
    expect((await its.read(wrong)).status).toBe(401)
})

test('no line of it names a village, a person or a page', async () => {
  const its = await measuredPractice()
  await its.ask(`/funds/${its.fundId}/health`, { token: await its.as('auditor') })
  await its.ask('/numbers', {})
  const text = await (await its.read(token)).text()
  expect(text).not.toContain(its.fundId)
  expect(text).not.toContain('health')
  const labels = [...text.matchAll(/([a-z]+)="/g)].map(([, label]) => label)
  expect(new Set(labels)).toEqual(new Set(['method', 'status', 'le']))
})

test('without a token in the configuration there is no such page', async () => {
  const its = await practice()
  expect((await its.ask('/metrics', { token })).status).toBe(404)
})

test('each bucket holds all that took no longer, and a round that failed is no request', () => {
  const measured = measuring()
  // To the limit of one bucket, and a hair beyond it.
  for (const ms of [4, 25, 25.01, 40, 400, 40_000]) measured.take(line({ ms }))
  measured.take(line({ method: 'ROUND', status: 500, ms: 0 }))
  measured.take(line({ method: 'BREW', status: 405, ms: 1 }))
  const text = measured.text()
  const bucket = (le: string): number =>
    Number(new RegExp(`_bucket\\{le="${le.replace('+', '\\+')}"\\} (\\d+)`).exec(text)![1])
  expect(['0.01', '0.025', '0.05', '0.5', '10', '+Inf'].map(bucket)).toEqual([2, 3, 5, 6, 6, 7])
  expect(text).toContain('fund_request_duration_seconds_sum 40.49501')
  expect(text).toContain('fund_rounds_failed_total 1')
  expect(text).toContain('method="other",status="405"')
  // Every line is a comment or a sample.
  for (const one of text.trim().split('\n'))
    expect(one).toMatch(/^(# (HELP|TYPE) fund_\w+ .+|fund_\w+(\{[^}]*\})? [\d.]+)$/)
})
