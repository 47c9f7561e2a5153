import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { parse } from 'yaml'
import { inRoot } from '#test/hosting/built.ts'

type Service = {
  readonly image: string
  readonly networks: readonly string[]
  readonly ports?: readonly string[]
  readonly command?: readonly string[]
  readonly volumes?: readonly string[]
  readonly environment: Readonly<Record<string, string>>
}

/** compose.yaml with what stands in `${…}` filled in, as it is filled from `.env`. */
export const composed = (env: Readonly<Record<string, string>>) =>
  parse(
    inRoot('compose.yaml').replaceAll(
      /\$\{(\w+)(?::\?[^}]*)?\}/g,
      (_, name: string) => env[name] ?? name,
    ),
  ) as {
    readonly services: Readonly<Record<string, Service>>
    readonly networks: Readonly<Record<string, object>>
    readonly volumes: Readonly<Record<string, object>>
  }

/** Which names compose.yaml asks `.env` for. */
export const askedFor = (): readonly string[] => [
  ...new Set([...inRoot('compose.yaml').matchAll(/\$\{(\w+)/g)].map(([, name]) => name!)),
]

/** What the page's own lines write into `.env`, run by a shell in an empty folder. */
export const madeByPage = (): Readonly<Record<string, string>> => {
  const [, script] = /## Containers[^]*?```sh\n([^]+?)\n```/.exec(inRoot('docs/hosts/server.md'))!
  const [making] = script!.split(/^docker /m)
  const folder = mkdtempSync(join(tmpdir(), 'composed-'))
  try {
    execFileSync('/bin/sh', ['-eu', '-c', making!], { cwd: folder, stdio: 'pipe' })
    return parseEnv(readFileSync(join(folder, '.env'), 'utf8')) as Record<string, string>
  } finally {
    rmSync(folder, { recursive: true })
  }
}
