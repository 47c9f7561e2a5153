import type { LocalDate } from '#domain/kernel/dates.ts'

/*
 * Short texts to a person's own phone, and what it answers. Nothing of it is in the journal: who has which number
 * can be erased, and stands in rows that say nothing without a secret that is not in the database.
 */

/** What a person may want to hear of. Nothing else is ever sent by itself. */
export const messageKinds = ['receipt', 'summary', 'reminder', 'security', 'talk'] as const
export type MessageKind = (typeof messageKinds)[number]

export const messageLanguages = ['km', 'en'] as const
export type MessageLanguage = (typeof messageLanguages)[number]

/** What a person has chosen for the phone. */
export type MessageChoices = {
  readonly language: MessageLanguage
  readonly kinds: readonly MessageKind[]
  /** Whether sums may stand in texts. Private savings never do. */
  readonly withAmounts: boolean
}

/** What holds until the person says otherwise: what happened, and what was done about the own record; no sums. */
export const firstChoices = (language: MessageLanguage): MessageChoices => ({
  language,
  kinds: ['receipt', 'security'],
  withAmounts: false,
})

/** A phone that a member has linked. */
export type MessageLink = MessageChoices & {
  readonly fundId: string
  readonly memberId: string
  readonly address: string
  readonly linkedAt: string
  /** When the person last wrote or chose something: a number that is silent for long may be somebody else's by now. */
  readonly heardAt: string
  /** The line of the journal at which the phone was linked: what stands up to there is no news. */
  readonly afterSeq: number
  /** Days of payment that were reminded of, by loan. */
  readonly reminded: Readonly<Record<string, LocalDate>>
  /** Texts that did not reach the phone since one last did. */
  readonly notReached: number
  /** Who stood behind the code: its owner, by the own secret, or two officers. Left out where one person gave it out. */
  readonly stoodBehind?: 'owner' | 'two'
}

/** A code that was handed to a member, once. */
export type MessageCode = {
  readonly fundId: string
  readonly memberId: string
  readonly endsAt: string
  /** Who gave it out, and on which device; left out by versions that did not keep it. */
  readonly by?: { readonly actor: string; readonly device: string }
  readonly stoodBehind?: 'owner' | { readonly second: string }
}

/** A text on its way. */
export type WaitingMessage = {
  /** What a gateway may tell a repeated one by; it says nothing of anybody. */
  readonly id: string
  readonly fundId: string
  readonly memberId: string
  readonly address: string
  readonly text: string
  /** The same without sums, where there are any: it is carried where the person has left sums out meanwhile. */
  readonly plain?: string
  readonly madeAt: string
  /** Said in vain after this day; a receipt never is. */
  readonly until?: LocalDate
  readonly tries: number
  readonly nextAt: string
}

/** Something on its way to a standing link of the network: the text of a meeting, or what a webhook is told. */
export type WaitingNotice = {
  readonly id: string
  readonly linkId: string
  readonly body: string
  readonly madeAt: string
  readonly tries: number
  readonly nextAt: string
}

/** How far a standing link was told of the network's journal, and what became of it. */
export type NoticeState = {
  readonly afterSeq: number
  readonly sent: number
  readonly givenUp: number
  readonly givenUpAt?: string
}

/** How far the books of a fund were read for texts, and what became of those that were made. */
export type MessageState = {
  readonly afterSeq: number
  /** The last line of the fund's log that was looked at. */
  readonly afterActivity: string
  readonly sent: number
  readonly givenUp: number
}

/**
 * Three are of a network's standing links: where to, what waits to be told there, and how far it was told. The last is what
 * its register keeps of persons.
 */
const messageRowKinds = [
  'link',
  'code',
  'waiting',
  'state',
  'taken',
  'address',
  'notice',
  'notice-state',
  'party',
] as const
export type MessageRowKind = (typeof messageRowKinds)[number]

/**
 * A row as it is kept. The mark is a keyed hash and the rest is sealed, so that a stolen database tells neither
 * whose a number is nor what was said.
 */
export type MessageRow = {
  readonly networkId: string
  readonly kind: MessageRowKind
  readonly mark: string
  readonly fundId: string
  readonly sealed: string
}

/** Which row a change depends on: `sealed` as it was read, or undefined where there was none. */
export type MessageRowSeen = Pick<MessageRow, 'kind' | 'mark'> & {
  readonly sealed: string | undefined
}

type MessageRowChange = {
  readonly keep?: readonly Omit<MessageRow, 'networkId'>[]
  readonly drop?: readonly Pick<MessageRow, 'kind' | 'mark'>[]
  readonly seen?: readonly MessageRowSeen[]
}

/** A store's port for what stands beside the journal about messages. */
export interface MessageRows {
  messageRow(networkId: string, kind: MessageRowKind, mark: string): Promise<MessageRow | undefined>
  /** Of one fund, by mark, which says nothing of when. */
  messageRows(
    networkId: string,
    kind: MessageRowKind,
    fundId: string,
  ): Promise<readonly MessageRow[]>
  /** All or nothing; `stale` where a row that was seen is another one by now. */
  changeMessageRows(networkId: string, change: MessageRowChange): Promise<'changed' | 'stale'>
}

/** A text that leaves the house. */
export type OutgoingText = {
  readonly id: string
  readonly to: string
  readonly text: string
}

/**
 * Hands one text to whatever carries it. `taken` means that it was taken over, not that it was read. Never throws:
 * whoever records must not fail by a gateway.
 */
export type Carrier = (text: OutgoingText) => Promise<'taken' | 'not-taken'>
