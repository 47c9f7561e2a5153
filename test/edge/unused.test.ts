import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { unusedHere } from '#src/edge/unused.ts'

test('whoever sets on Workers what only a machine does is told which of it', () => {
  expect(
    unusedHere({ MODE: 'live', MESSAGES: 'gateway', WEBHOOKS: 'no', METRICS_TOKEN: '' }),
  ).toEqual([])
  const set = {
    WEBHOOKS: 'yes',
    MESSAGES: 'file',
    METRICS_TOKEN: 'a token',
    OIDC_ISSUER: 'https://id.example',
  }
  expect(unusedHere(set)).toEqual(['WEBHOOKS', 'MESSAGES', 'METRICS_TOKEN', 'OIDC_ISSUER'])
})

test('the page of Workers says so of each of them', () => {
  const page = readFileSync(new URL('../../docs/hosts/workers.md', import.meta.url), 'utf8')
  for (const name of ['WEBHOOKS', 'METRICS_TOKEN', 'OIDC_ISSUER']) expect(page).toContain(name)
})
