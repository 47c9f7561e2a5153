import { rolesInNetwork } from '#domain/access/person.ts'
import { scopeFor } from '#domain/access/table.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import type { HttpContext } from '#src/http/env.ts'
import { noteBy } from '#src/http/identity/answers.ts'
import { makeDeviceKey } from '#src/http/identity/device-acts.ts'
import { type HandOver, handOverPage } from '#src/pages/network/hand-over-page.ts'

const linkTo = (context: HttpContext, path: '/begin' | '/enrol', key: string): string => {
  const address = new URL(path, context.get('needs').publicUrl ?? context.req.url)
  address.search = new URLSearchParams({ key }).toString()
  return address.href
}

/** Answers with the links, this once. */
export const handKeysOver = async (
  context: HttpContext,
  {
    keys,
    ...told
  }: Pick<HandOver, 'whose' | 'next' | 'isByTwo'> & {
    readonly keys: { readonly begin?: string | undefined; readonly device?: string | undefined }
  },
): Promise<Response> =>
  context.html(
    handOverPage(await frameOf(context), {
      ...told,
      begin: keys.begin === undefined ? undefined : linkTo(context, '/begin', keys.begin),
      device: keys.device === undefined ? undefined : linkTo(context, '/enrol', keys.device),
    }),
  )

export const mayEnrol = (context: HttpContext): boolean => {
  const { person } = context.get('caller')!
  return scopeFor('manage-devices', rolesInNetwork(person, person.networkId)) === 'all'
}

/** The key for a person's own phone, where it was wished for and may be made. */
export const deviceKeyIfWished = async (
  context: HttpContext,
  of: (name: string) => string,
): Promise<string | undefined> => {
  if (of('device') !== 'yes' || !mayEnrol(context)) return undefined
  const { networkId: scope } = context.get('network')
  const caller = context.get('caller')!
  await noteBy(context, caller, { scope, action: 'manage-devices', outcome: 'done' })
  return makeDeviceKey(context)
}
