import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BoxCertificates, boxCertificates } from '#infra/system/certificates.ts'
import { migrateUpPostgres } from '#infra/db/postgres.ts'
import { type Server, startPostgres } from '#test/support/postgres/start.ts'

/* A server that shows a certificate, as one on another machine must: who made it, and for which name, is looked at. */

type Shown = BoxCertificates
const folder = mkdtempSync(join(tmpdir(), 'village-fund-tls-'))
/** Certificates that are good from long ago until 2047, whatever day a machine has. */
const good = { now: Date.parse('2026-01-01T00:00:00Z'), days: 8_000 }
const at = (file: string): string => join(folder, file)
const [ours, elsewhere, otherName] = ['localhost', 'localhost', 'db.example'].map((name) =>
  boxCertificates([name], good),
) as [Shown, Shown, Shown]
const running: Server[] = []

/** A server that speaks TLS alone to whoever comes over the network. */
const showing = async (shown: Shown): Promise<Server> => {
  const files = { 'server.crt': shown.server, 'server.key': shown.key, 'hba.conf': hba }
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(at(name), text, { mode: 0o600 })
    // The server does not run as root, and takes a key of nobody else.
    if (process.getuid?.() === 0) chownSync(at(name), 65_534, 65_534)
  }
  const server = await startPostgres({
    settings: [
      'ssl=on',
      `ssl_cert_file=${at('server.crt')}`,
      `ssl_key_file=${at('server.key')}`,
      `hba_file=${at('hba.conf')}`,
    ],
  })
  running.push(server)
  return server
}
const hba = 'hostssl all all all scram-sha-256\n'

beforeAll(async () => {
  chmodSync(folder, 0o755)
  for (const [name, { authority }] of Object.entries({ ours, elsewhere, otherName }))
    writeFileSync(at(`${name}.crt`), authority)
  await showing(ours)
})
afterAll(async () => {
  for (const server of running) await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** What comes of asking the server that was started last, by its name. */
const by = (settings: Readonly<Record<string, string>>): Promise<string> => {
  const url = new URL(running.at(-1)!.url)
  url.hostname = 'localhost'
  for (const [name, value] of Object.entries(settings)) url.searchParams.set(name, value)
  return migrateUpPostgres(url.href).then(
    () => 'taken',
    (error: Error) => `${error.message}: ${(error.cause as { code?: string } | undefined)?.code}`,
  )
}
const notReached = (code: string): string => `the database cannot be reached: ${code}`

test.each(['require', 'verify-ca', 'verify-full'])(
  'with sslmode=%s a server whose certificate our authority made is taken, and one that another made is not',
  async (sslmode) => {
    expect(await by({ sslmode, sslrootcert: at('ours.crt') })).toBe('taken')
    const foreign = await by({ sslmode, sslrootcert: at('elsewhere.crt') })
    expect(foreign).toMatch(/^the database cannot be reached: .*(?:VERIFY|SIGNATURE|SELF_SIGNED)/)
    // Without a word of ours the authorities of the world are asked, and none of them knows it.
    expect(await by({ sslmode })).toMatch(
      /^the database cannot be reached: .*(?:VERIFY|SELF_SIGNED)/,
    )
  },
)

test('who asks without TLS is not let in: the control', async () => {
  expect(await by({})).toBe(notReached('28000'))
})

test('a certificate that our authority made for another name is not taken', async () => {
  await showing(otherName)
  const other = await by({ sslmode: 'verify-full', sslrootcert: at('otherName.crt') })
  expect(other).toBe(notReached('ERR_TLS_CERT_ALTNAME_INVALID'))
})
