import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { isolatedDeclarationSync } from 'rolldown/experimental'
import { describe } from '#src/http/api/openapi.ts'
import { apiRoutes } from '#src/http/api/routes.ts'
import { type Description, apiTypes } from '#src/packing/api-types.ts'
import { version } from '#src/version.ts'

/** What the package lets others import: the typed client, and how a webhook is checked. */
export const clientEntries = {
  './client': { types: './client/index.d.ts', default: './src/client/client.js' },
  './webhooks': { types: './client/webhooks.d.ts', default: './src/client/webhooks.js' },
  './package.json': './package.json',
} as const

/** A file of types beside the one that names it. */
const beside = (name: string): string => JSON.stringify(`./${name}.js`)

const index = `import type { Api } from ${beside('api')}
import type { Client, ClientOptions } from ${beside('client')}
export type { Api, Schemas } from ${beside('api')}
export type { Answered, Client, ClientOptions, Problem } from ${beside('client')}
/** A client of the service at this address, which knows every route of its API. */
export declare const villageFund: (url: string, options?: ClientOptions) => Client<Api>
`

const declared = (name: string): string => {
  const path = fileURLToPath(new URL(`../client/${name}.ts`, import.meta.url))
  const { code, errors } = isolatedDeclarationSync(path, readFileSync(path, 'utf8'), {})
  if (errors.length > 0) throw new Error(`${name}: ${errors.map(({ message }) => message).join()}`)
  return code
}

/** The description of the API as the service gives it. */
export const apiDescription = (): Description =>
  describe(apiRoutes(), version) as unknown as Description

/** The types of what others may import, by their path in the package. */
export const clientTypes = (): Readonly<Record<string, string>> => ({
  'client/api.d.ts': apiTypes(apiDescription()),
  'client/client.d.ts': declared('client'),
  'client/webhooks.d.ts': declared('webhooks'),
  'client/index.d.ts': index,
})
