import { invalid, refused } from '#domain/kernel/decision.ts'
import { uuid } from '#domain/kernel/shape.ts'
import { isLive, linkId, linkMark, outsideKind } from '#domain/network/links.ts'
import { approvedBy, approverFault, approverOf } from '#domain/network/second.ts'
import type { Network } from '#domain/network/state.ts'
import { administrator, auditor, careStaff } from '#domain/operations/may.ts'
import { asSaid, networkOperation } from '#domain/operations/operation.ts'

const aboutLink = (entry: { readonly linkId: string }) =>
  [{ kind: 'link', key: entry.linkId }] as const

/** A place outside is told what happens from now on: two say so, since it goes on telling when nobody looks. */
export const setLink = networkOperation({
  may: administrator,
  second: approverOf,
  command: 'SetLink',
  entry: 'LinkSet',
  oneHand: 'decision',
  description:
    'The address is kept sealed beside the journal by the page that sets it; the journal has a salted hash of it. A link whose address is not kept tells nobody.',
  asks: { linkId, kind: outsideKind, mark: linkMark, approvedBy },
  keeps: ['linkId', 'kind', 'mark', 'approvedBy'],
  decide: (network: Network, command) => {
    if (network.links.has(command.linkId)) return refused('link-already-there')
    return approverFault(network, command) ?? asSaid
  },
  about: aboutLink,
})

/** Whom a provider of the organisation names comes in as one of the staff: the owner has shown it there, and a second one says so. */
export const linkSignIn = networkOperation({
  may: { ...careStaff, ...auditor },
  second: approverOf,
  command: 'LinkSignIn',
  entry: 'SignInLinked',
  oneHand: 'power',
  changesPower: true,
  description:
    'Sent by the page on which the owner has come back from the provider; the mark is a salted hash of issuer and subject.',
  asks: { linkId, userId: uuid('user'), mark: linkMark, approvedBy },
  keeps: ['linkId', 'userId', 'mark', 'approvedBy'],
  decide: (network: Network, command) => {
    if (network.links.has(command.linkId)) return refused('link-already-there')
    if (!network.staff.has(command.userId)) return refused('not-of-the-staff')
    return approverFault(network, command) ?? asSaid
  },
  about: aboutLink,
})

/** Ended by one: a link that leaks has to be cut at once. Who did it stays. */
export const endLink = networkOperation({
  may: administrator,
  second: 'none',
  command: 'EndLink',
  entry: 'LinkEnded',
  oneHand: 'sight',
  asks: { linkId },
  keeps: ['linkId'],
  decide: ({ links }: Network, { linkId: named }) => {
    const link = links.get(named)
    if (!link) return invalid('link-unknown', '/linkId')
    return isLive(link) ? asSaid : refused('link-ended-already')
  },
  about: aboutLink,
})
