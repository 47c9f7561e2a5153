import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { faultsOf, stagesOf, stayingOut } from '#test/hosting/dockerfile.ts'
import { inRoot } from '#test/hosting/built.ts'
import { composed } from '#test/hosting/composed.ts'

const dockerfile = stagesOf(inRoot('Dockerfile'))
const { dependencies, scripts } = JSON.parse(inRoot('package.json')) as Record<
  'dependencies' | 'scripts',
  Readonly<Record<string, string>>
>

test('the container is built of fixed images, asks the network by npm alone, and runs as nobody in particular', () => {
  expect(faultsOf(dockerfile)).toEqual([])
  expect(dockerfile.map(({ name }) => name)).toEqual(['packages', 'program', '2'])
})

test('a container that somebody made in a hurry is told of each fault', () => {
  const hurried = stagesOf(`FROM node:latest AS build
RUN apt-get update && \\
    apt-get install -y curl
ADD https://example.org/x.tgz /x
FROM debian
WORKDIR app
ENV PEPPER=for-everybody
COPY --from=builder /x /x
USER root
CMD node x.js`)
  expect(faultsOf(hurried)).toEqual([
    'node:latest is no fixed image',
    'debian is no fixed image',
    expect.stringContaining('asks the network: apt-get update'),
    expect.stringContaining('ADD unpacks'),
    'WORKDIR app depends on the one before',
    'a secret would stand in the image: ENV',
    'nothing is called so: --from=builder /x /x',
    'CMD runs by a shell, which hears no signal',
    'it runs as root',
    'nobody looks whether it answers',
    'its data are gone with it',
  ])
})

test('containers and editors have the Node that the program brings', () => {
  const version = dependencies['node']!
  const images = dockerfile.map(({ image }) => image).filter((image) => image.startsWith('node:'))
  expect(new Set(images)).toEqual(new Set([`node:${version}-bookworm-slim`]))
  const { image, postCreateCommand, forwardPorts } = JSON.parse(
    inRoot('.devcontainer/devcontainer.json'),
  ) as { image: string; postCreateCommand: string; forwardPorts: number[] }
  expect(image).toBe(`node:${version}-bookworm`)
  expect(postCreateCommand).toBe('npm ci')
  expect([forwardPorts, scripts['start']]).toEqual([[3000], expect.stringMatching(/ serve$/)])
})

test.each(['.gitignore', '.dockerignore'])('no secret and no book goes along by %s', (file) => {
  const isOut = stayingOut(inRoot(file))
  const kept = [
    '.env',
    '.env.local',
    '.dev.vars',
    '.dev.vars.trial',
    'start-secret',
    'data/fund.db',
  ]
  expect(kept.filter((path) => !isOut(path))).toEqual([])
  expect(['.env.example', 'src/cli.ts', 'package-lock.json'].filter(isOut)).toEqual([])
})

test('every file that a page has somebody write a secret into is one that git leaves out', () => {
  const isOut = stayingOut(inRoot('.gitignore'))
  const pages = ['workers', 'server', 'postgresql'].map((name) => inRoot(`docs/hosts/${name}.md`))
  const written = pages.flatMap((page) =>
    [...page.matchAll(/(?:>>?|\btee) ([\w.-]+)/g)].map(([, name]) => name!),
  )
  expect(written).toEqual(expect.arrayContaining(['.env', 'workers-secrets']))
  expect(written.filter((name) => !isOut(name) && !/\.(?:dump|gz)$/.test(name))).toEqual([])
})

test('the database is reached by nobody but the service, and the service by the proxy alone', () => {
  const { services, networks } = composed({})
  expect(networks['inside']).toEqual({ internal: true })
  const within = (name: string) =>
    Object.keys(services).filter((one) => services[one]!.networks.includes(name))
  expect([within('inside'), within('outside')]).toEqual([
    ['database', 'schema', 'fund'],
    ['fund', 'proxy'],
  ])
  const open = Object.entries(services).filter(([, { ports }]) => ports !== undefined)
  expect(open).toEqual([['proxy', expect.objectContaining({ ports: ['80:80', '443:443'] })]])
  for (const name of ['schema', 'fund'])
    expect(services[name]).toMatchObject({ read_only: true, cap_drop: ['ALL'] })
  for (const { image } of Object.values(services))
    expect(image).toMatch(/^(?:village-fund|[\w/]+:\d[\w.-]*)$/)
})

test('the proxy asks the port of the container, and packs nothing itself', () => {
  const port = dockerfile.at(-1)!.steps.find(({ does }) => does === 'EXPOSE')!.says
  const caddyfile = inRoot('infra/hosting/Caddyfile').replaceAll(/^#.*$/gm, '')
  expect(caddyfile).toContain(`reverse_proxy fund:${port}`)
  expect(caddyfile).not.toContain('encode')
})

test('what is composed and what the page says make the same roles and databases', () => {
  const plain = (sql: string): string[] =>
    sql
      .replaceAll(/--.*/g, '')
      .replaceAll(/password (?:'…'|:'\w+')/g, 'password …')
      .split(';')
      .map((one) => one.replaceAll(/\s+/g, ' ').trim())
      .filter((one) => one !== '')
  const page = readFileSync(new URL('../../docs/hosts/postgresql.md', import.meta.url), 'utf8')
  const [first, cases] = [...page.matchAll(/```sql\n([^`]+)```/g)].map(([, sql]) => plain(sql!))
  const [, script] = /<<'SQL'\n([^]+)SQL\n/.exec(inRoot('infra/hosting/roles.sh'))!
  expect(plain(script!)).toEqual([...first!, ...cases!])
})

test('what is composed can be read as YAML, and a line out of place is noticed', () => {
  expect(() => parse('services:\n  fund:\n image: x\n')).toThrow()
})
