import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { boxCertificates } from '#infra/system/certificates.ts'
import { systemClock } from '#infra/system/system.ts'
import { launchBrowser } from '#test/support/browser.ts'
import { type Started, started } from '#test/support/started.ts'

/*
 * A village box and a phone in two networks: the phone's namespace has one cable to the box, no other way out, no name service
 * and no certificates but what it was told to trust. It needs `ip` and `certutil` (Debian: iproute2, libnss3-tools) and root.
 */
const box = '10.177.3.1'
const phone = '10.177.3.2'
const port = 3443
const handing = 8077
const url = `https://${box}:${port}`
const space = `phone-${process.pid}`
const cable = `box${process.pid}`.slice(0, 14)

/** A program that is not there, or may not, is no reason to pass. */
const ran = (program: string, ...args: readonly string[]): string =>
  execFileSync(program, args, { encoding: 'utf8' })

const inPhone = (program: string, ...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync('ip', ['netns', 'exec', space, program, ...args], {
    encoding: 'utf8',
  })
  return { status, said: stdout + stderr }
}

let folder = ''
let service: Started | undefined
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'village-box-'))
  ran('ip', 'netns', 'add', space)
  ran('ip', 'link', 'add', cable, 'type', 'veth', 'peer', 'name', 'room0', 'netns', space)
  ran('ip', 'addr', 'add', `${box}/24`, 'dev', cable)
  ran('ip', 'link', 'set', cable, 'up')
  ran('ip', '-n', space, 'addr', 'add', `${phone}/24`, 'dev', 'room0')
  ran('ip', '-n', space, 'link', 'set', 'room0', 'up')
  ran('ip', '-n', space, 'link', 'set', 'lo', 'up')
  const made = boxCertificates([box], { now: Date.parse(systemClock()) })
  const kept = join(folder, 'box')
  mkdirSync(kept)
  writeFileSync(join(kept, 'authority.crt'), made.authority)
  writeFileSync(join(kept, 'server.crt'), made.server)
  writeFileSync(join(kept, 'server.key'), made.key, { mode: 0o600 })
  service = await started(folder, {
    HOST: '0.0.0.0',
    PORT: String(port),
    PUBLIC_URL: url,
    BOX_DIR: kept,
    BOX_PORT: String(handing),
  })
})
afterAll(async () => {
  await service?.stop()
  spawnSync('ip', ['netns', 'delete', space])
  spawnSync('ip', ['link', 'delete', cable])
  rmSync(folder, { recursive: true, force: true })
})

const get = (
  address: string,
  ca: string,
): { readonly status: number | null; readonly said: string } =>
  inPhone(
    process.execPath,
    '-e',
    `require('node:https').get(${JSON.stringify(address)}, { ca: require('node:fs').readFileSync(${JSON.stringify(ca)}) },
      (answer) => { process.stdout.write(String(answer.statusCode)); answer.resume() })
      .on('error', (error) => { process.stdout.write(error.code) })`,
  )

test('a phone in another network fetches the certificate, trusts it, and is served by TLS', () => {
  const given = join(folder, 'given.crt')
  const fetched = inPhone(
    process.execPath,
    '-e',
    `fetch('http://${box}:${handing}/village-box.crt').then((answer) => answer.arrayBuffer()).then((bytes) => require('node:fs').writeFileSync(${JSON.stringify(given)}, Buffer.from(bytes)))`,
  )
  expect(fetched).toEqual({ status: 0, said: '' })
  const pem = join(folder, 'given.pem')
  ran('openssl', 'x509', '-inform', 'DER', '-in', given, '-out', pem)
  expect(readFileSync(pem, 'utf8')).toBe(readFileSync(join(folder, 'box', 'authority.crt'), 'utf8'))
  expect(get(`${url}/version`, pem).said).toBe('200')
  expect(get(`${url}/version`, '/dev/null').said).not.toBe('200')
  // There is no way out of the room.
  expect(inPhone('ip', 'route', 'get', '198.51.100.1').status).not.toBe(0)
})

const trusting = async (isTold: boolean): Promise<string> => {
  const home = mkdtempSync(join(folder, 'home-'))
  for (const place of ['.pki/nssdb', '.local/share/pki/nssdb']) {
    const kept = join(home, place)
    mkdirSync(kept, { recursive: true })
    ran('certutil', '-N', '--empty-password', '-d', `sql:${kept}`)
    const authority = join(folder, 'box', 'authority.crt')
    if (isTold)
      ran('certutil', '-A', '-n', 'box', '-t', 'C,,', '-i', authority, '-d', `sql:${kept}`)
  }
  const browser = await launchBrowser({ ...process.env, HOME: home })
  try {
    const page = await (await browser.newContext()).newPage()
    const link = /\/start\?key=\S+/.exec(service!.printed())![0]
    const answer = await page.goto(`${url}${isTold ? link : '/'}`)
    const isSecure = await page.evaluate(() => isSecureContext && 'serviceWorker' in navigator)
    const cookies = await page.context().cookies()
    return `${answer!.status()} ${isSecure} ${cookies.some(({ name }) => name === '__Host-device')}`
  } catch (error) {
    return /ERR_[A-Z_]+/.exec(String(error))?.[0] ?? String(error)
  } finally {
    await browser.close()
  }
}

test('a browser that was told to trust the box signs in there and may have a service worker; another is warned', async () => {
  expect(await trusting(false)).toBe('ERR_CERT_AUTHORITY_INVALID')
  expect(await trusting(true)).toBe('200 true true')
})
