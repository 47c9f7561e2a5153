import type { Service } from '#src/http/app.ts'

/** Every method and path that the running router answers by a handler of its own. */
export const servedRoutes = ({ routes }: Service): readonly string[] =>
  [
    ...new Set(
      routes
        .filter(({ method }) => method !== 'ALL')
        .map(({ method, path }) => `${method} ${path}`),
    ),
  ].toSorted()

type Operation = { readonly 'x-action'?: string }
type Document = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: {
    readonly schemas: Readonly<
      Record<string, { readonly oneOf?: readonly { readonly $ref: string }[] }>
    >
  }
}

export const documentOf = async (service: Service): Promise<Document> => {
  const answer = await service.request('/openapi.json', { headers: { host: '127.0.0.1:3000' } })
  return (await answer.json()) as Document
}

/** Operations of the reference by method and path, written as the router writes them. */
export const operationsOf = ({ paths }: Document): ReadonlyMap<string, Operation> =>
  new Map(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => [
        `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
        operation,
      ]),
    ),
  )

/** Types of command that a discriminated union of the reference lists. */
export const commandTypesOf = ({ components }: Document, union: string): readonly string[] =>
  (components.schemas[union]?.oneOf ?? [])
    .map(({ $ref }) => $ref.slice($ref.lastIndexOf('/') + 1))
    .toSorted()
