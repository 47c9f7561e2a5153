import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type ServerType, serve } from '@hono/node-server'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Asset } from '#src/http/needs.ts'
import { referenceFiles } from '#src/http/reference/assets.ts'
import { newVisitor, openWindow } from '#test/browser/window.ts'
import { launchBrowser } from '#test/support/browser.ts'
import { practice } from '#test/support/service.ts'

const fileOf = ({ of, stored, type }: (typeof referenceFiles)[number]): Asset => ({
  bytes: new Uint8Array(
    readFileSync(
      join(dirname(createRequire(import.meta.url).resolve(`${of}/package.json`)), stored),
    ),
  ),
  type,
})

let browser: Browser
let server: ServerType
let url: string

beforeAll(async () => {
  browser = await launchBrowser()
  const assets = new Map(referenceFiles.map((file) => [file.served, fileOf(file)]))
  const { service } = await practice({ assets })
  url = await new Promise((resolve) => {
    server = serve({ fetch: service.fetch, hostname: '127.0.0.1', port: 0 }, () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    )
  })
})

afterAll(async () => {
  await browser?.close()
  await new Promise((closed) => server?.close(closed))
})

test('a stranger reads the reference in a browser, and its policy is never broken', async () => {
  const visitor = await newVisitor(browser)
  const { page, complaints } = await openWindow(visitor)
  await page.goto(`${url}/docs`)
  // Of hundreds of calls only their kinds stand there at first: all at once take a cheap computer a minute.
  await page.locator('.opblock-tag').first().waitFor()
  expect(await page.locator('.opblock').count()).toBe(0)
  await page.locator('.opblock-tag', { hasText: 'funds' }).first().click()
  await page.locator('.opblock').first().waitFor()
  expect(await page.locator('.opblock').count()).toBeGreaterThan(2)
  await page.locator('.opblock-summary-control').first().click()
  await page.locator('.responses-wrapper').first().waitFor()
  expect(await page.locator('.try-out').count()).toBe(0)
  expect(complaints()).toEqual([])
  expect(await visitor.cookies()).toEqual([])
})
