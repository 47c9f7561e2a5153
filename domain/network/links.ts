import type { LocalDate } from '#domain/kernel/dates.ts'
import { lengthPrefixed } from '#domain/kernel/canonical.ts'
import { text, uuid, word } from '#domain/kernel/shape.ts'

/** What tells the outside by itself: a program by webhook, and a phone that gets the text of each closed meeting. */
export const outsideKinds = ['webhook', 'meeting-texts'] as const
export type OutsideKind = (typeof outsideKinds)[number]

export const linkId = uuid('link')
export const outsideKind = word(outsideKinds, 'link-kind-unknown')

/** SHA-256 of what is linked, salted with the link's own id: the address itself can be erased. */
export const linkMark = text(/^[\da-f]{64}$/, {
  code: 'mark-unreadable',
  example: 'a'.repeat(64),
})

/** What is hashed to a link's mark. */
export const markedText = (link: string, parts: readonly string[]): string =>
  lengthPrefixed(['village-fund/link/1', link, ...parts])

/** Something outside that the network is linked with for good, until somebody ends it. */
export type StandingLink = {
  readonly linkId: string
  readonly kind: OutsideKind | 'sign-in'
  readonly mark: string
  /** Whose sign-in it is. */
  readonly userId?: string
  readonly setBy: string
  readonly setOn: LocalDate
  /** The entry of the network that set it: what came before is told to nobody. */
  readonly seq: number
  readonly ended?: { readonly by: string; readonly on: LocalDate }
}

export const isLive = ({ ended }: StandingLink): boolean => ended === undefined
