import type { HttpContext } from '#src/http/env.ts'

/** The network that an address names, where there is such a one. */
export const networkNamed = async (context: HttpContext): Promise<string | undefined> => {
  const networkId = context.req.query('n')
  if (networkId === undefined) return undefined
  const all = await context.get('needs').store.networks.fundIds()
  return all.includes(networkId) ? networkId : undefined
}
