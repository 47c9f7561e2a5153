import type { Store } from '#infra/db/store.ts'
import { askable } from '#infra/db/routed-store.ts'

export type Method = (...args: never[]) => Promise<unknown>
export type Methods = ReadonlyMap<string, Method>

/** What a store may be asked by name, and what its keeper adds. */
export const methodsOf = (
  store: Omit<Store, 'close'>,
  own: Readonly<Record<string, unknown>>,
): Methods => {
  const found = (name: string): Method => {
    const isOfNetworks = name.startsWith('networks.')
    const whose = (isOfNetworks ? store.networks : store) as unknown as Record<string, Method>
    return whose[name.replace(/^networks\./, '')]!
  }
  return new Map([
    ...askable.map((name) => [name, found(name)] as const),
    ...(Object.entries(own) as [string, Method][]),
  ])
}
