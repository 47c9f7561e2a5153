import { brotliDecompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { app } from '#src/http/app.ts'
import { withBrotli } from '#src/packing/brotli.ts'
import { ourHost, practice } from '#test/support/service.ts'

const text = `export const said = '${'a meeting under a tree. '.repeat(200)}'`
const path = '/app/book-0123456789.js'

const servedTo = async (accepted: string | undefined) => {
  const { needs } = await practice()
  const file = { path, type: 'text/javascript; charset=utf-8', text }
  const appFile = async (asked: string) => (asked === path ? withBrotli(file) : undefined)
  return app({ ...needs, appFile }).request(path, {
    headers: { host: ourHost, ...(accepted !== undefined && { 'accept-encoding': accepted }) },
  })
}

test('a phone that takes Brotli is sent the app in it, and every other one as before', async () => {
  const small = await servedTo('gzip, deflate, br, zstd')
  expect(small.headers.get('content-encoding')).toBe('br')
  expect(small.headers.get('vary')?.toLowerCase()).toContain('accept-encoding')
  expect(small.headers.get('cache-control')).toContain('immutable')
  const bytes = new Uint8Array(await small.arrayBuffer())
  expect(bytes.length).toBeLessThan(text.length / 10)
  expect(brotliDecompressSync(bytes).toString()).toBe(text)
  for (const accepted of ['gzip, deflate', 'gzip, br;q=0', 'gzip, brotli']) {
    const other = await servedTo(accepted)
    expect(other.headers.get('content-encoding'), accepted).toBe('gzip')
  }
  const plain = await servedTo(undefined)
  expect(plain.headers.get('content-encoding')).toBeNull()
  expect(await plain.text()).toBe(text)
})
