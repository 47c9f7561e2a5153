import { type StandingLink, isLive, markedText } from '#domain/network/links.ts'
import type { FundViews, Hasher, NetworkJournal, NetworkViews } from '#domain/ports.ts'
import { note } from '#src/app/activity.ts'
import { givenPersonOf } from '#src/app/identity/given.ts'
import type { IdentityNeeds } from '#src/app/identity/identity.ts'
import { placesOfUser } from '#src/app/identity/own-places.ts'
import { type OpenedSession, openSession } from '#src/app/identity/sessions.ts'
import { deviceOf } from '#src/app/identity/sign-in.ts'
import type { NetworkRecorder } from '#src/app/network/network-record.ts'
import { networkBookOf } from '#src/app/network/network-views.ts'

/** Whom a provider of the organisation has shown. */
export type Shown = { readonly issuer: string; readonly subject: string }

/** What is kept in the browser between going to the provider and coming back. */
export type ProviderKept = {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** A provider of OpenID Connect; it is asked by authorization code with PKCE. */
export type StaffProvider = {
  readonly begin: (
    returnTo: string,
  ) => Promise<{ readonly url: string; readonly kept: ProviderKept }>
  /** Whom the address that was come back to shows; undefined where anything of it does not hold. */
  readonly finish: (
    cameBackTo: URL,
    asked: { readonly kept: ProviderKept; readonly returnTo: string },
  ) => Promise<Shown | undefined>
}

/** How somebody at a provider stands in the journal: of the one link alone, so that no two can be compared. */
export const markOfShown = (hash: Hasher, linkId: string, { issuer, subject }: Shown): string =>
  hash(markedText(linkId, ['sign-in', issuer, subject]))

type Needs = IdentityNeeds & {
  readonly store: FundViews & NetworkViews & { readonly networks: NetworkJournal }
  readonly recordNetwork: NetworkRecorder
}

/**
 * Opens a session for the login that two have linked with whom the provider shows, on an enrolled device. Nobody is made
 * by it: whoever is not linked, or holds no task of the staff any more, stays outside.
 */
export const enterByProvider = async (
  needs: Needs,
  { deviceToken, shown }: { readonly deviceToken: string | undefined; readonly shown: Shown },
): Promise<OpenedSession | { readonly code: 'device-not-enrolled' | 'not-linked' }> => {
  const device = deviceToken === undefined ? undefined : await deviceOf(needs, deviceToken)
  if (!device) return { code: 'device-not-enrolled' }
  const { networkId, deviceId } = device
  const { store, hash } = needs
  const book = await networkBookOf(store, networkId)
  const isOf = (link: StandingLink): boolean =>
    isLive(link) && link.kind === 'sign-in' && markOfShown(hash, link.linkId, shown) === link.mark
  const userId = book?.links.find(isOf)?.userId
  const user = userId === undefined ? undefined : await store.user(networkId, userId)
  if (!user || user.disabledAt !== undefined) return { code: 'not-linked' }
  const day = needs.clock().slice(0, 10)
  const whose = { networkId, userId: user.userId, card: undefined }
  const { staffRoles } = await givenPersonOf(needs, whose, day)
  if (staffRoles.length === 0) return { code: 'not-linked' }
  const opened = await openSession(needs, { networkId, deviceId, whose: { userId: user.userId } })
  const about = `user:${user.userId}`
  for (const place of await placesOfUser(store, { networkId, userId: user.userId, about, day }))
    await note(needs, {
      ...place,
      actor: user.userId,
      device: deviceId,
      action: 'sign-in',
      outcome: 'done',
    })
  return opened
}
