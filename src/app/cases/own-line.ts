import type { CaseFile } from '#domain/cases/file.ts'
import type { LeafChange } from '#domain/cases/leaves.ts'
import {
  type Heard,
  type OwnView,
  type Sent,
  type Watch,
  answerSaid,
  asksForHelp,
  ownViewOf,
  watchOf,
} from '#domain/cases/own.ts'
import type { CheckInAnswer } from '#domain/cases/silence.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { untilKept } from '#src/app/cases/leaf-pages.ts'
import { ownLeaf, ownLeafChanges } from '#src/app/cases/own-places.ts'
import type { CaseNeeds } from '#src/app/cases/team.ts'
import { villageTimeOf } from '#src/app/village-time.ts'

/** What opens the own page: a card and digits together, and only with the secret of the service. */
export type OwnCard = {
  readonly failures: number
  readonly since: string
  readonly lockedUntil?: string | undefined
  readonly publicKey: string
  readonly salt: string
  readonly sealed: string
}

/** Something that came in: whether a call is asked for, and the rest for the team alone. */
export type Said = Heard & { readonly sealed: string }

/**
 * What lies outside of a case for its person: what is to be sent, what has come in and is sealed to the case, and what the
 * person may see, sealed to the card. Of the file the service reads nothing.
 */
export type OwnPage = {
  readonly networkId: string
  readonly inbox: string
  readonly said: readonly Said[]
  readonly sent: Sent
  readonly watch?: Watch
  readonly card?: OwnCard
  readonly view?: string
}

export const viewAbout = (id: string): string => `own view\n${id}`
const saidAbout = (id: string): string => `own word\n${id}`

/** A file of somebody who can be reached and say something by themselves. */
export const withOwnLine = async ({ keys }: CaseNeeds, file: CaseFile): Promise<CaseFile> => {
  if (file.own) return file
  const { publicKey: inbox, privateKey: key } = await keys.newPair()
  return { ...file, own: { id: keys.newId(), inbox, key } }
}

const viewFor = async (
  { keys, clock }: CaseNeeds,
  file: CaseFile,
  card: OwnCard | undefined,
): Promise<Pick<OwnPage, 'view'>> => {
  if (!card) return {}
  const view: OwnView = ownViewOf(file, villageTimeOf(clock()).day)
  const plain = new TextEncoder().encode(JSON.stringify(view))
  // What would not fit is left out, and never cut.
  const few = { ...view, tasks: [], agreed: view.agreed.slice(-4) }
  const bytes = plain.length <= viewMax ? plain : new TextEncoder().encode(JSON.stringify(few))
  return { view: await keys.sealTo(card.publicKey, viewAbout(file.own!.id), bytes) }
}

const viewMax = 1_400

/**
 * What has to be changed outside of a case when its file is written: what the person sees, and what is to be sent. So much of
 * what came in has been read into the file. A case that has ended has no own page.
 */
export const ownChanges = async (
  needs: CaseNeeds,
  file: CaseFile,
  { heard = 0, card }: { readonly heard?: number; readonly card?: OwnCard | undefined } = {},
): Promise<readonly LeafChange[]> => {
  const { own } = file
  if (!own) return []
  const page = await ownLeaf<OwnPage>(needs, own.id)
  if (file.closed) return ownLeafChanges<OwnPage>(needs, page, undefined)
  const watch = watchOf(file)
  const kept = card ?? page.value?.card
  const after: OwnPage = {
    networkId: needs.networkId,
    inbox: own.inbox,
    said: (page.value?.said ?? []).slice(heard),
    sent: page.value?.sent ?? { told: [] },
    ...(watch && { watch }),
    ...(kept && { card: kept }),
    ...(await viewFor(needs, file, kept)),
  }
  return ownLeafChanges(needs, page, after)
}

/** What has come in for a case, opened by its file: the words themselves are kept nowhere. */
export const heardIn = async (
  needs: CaseNeeds,
  { own, ...file }: CaseFile,
): Promise<
  readonly { readonly on: LocalDate; readonly answer: CheckInAnswer; readonly item: string }[]
> => {
  if (!own) return []
  const { value } = await ownLeaf<OwnPage>(needs, own.id)
  return Promise.all(
    (value?.said ?? []).map(async ({ on, isCall, sealed }) => {
      const plain = await needs.keys.openWith(own.key, saidAbout(own.id), sealed)
      const text = plain ? new TextDecoder().decode(plain) : ''
      const answer = isCall ? 'asked-for-help' : answerSaid(file, text)
      return { on, answer, item: needs.keys.newId() }
    }),
  )
}

/** More than so many wait for nobody: the worker has been told. */
const saidMax = 6
const wordMax = 120

/** Takes in what somebody says by the own page or a text; it is sealed to the case at once. */
export const say = (
  needs: Pick<CaseNeeds, 'keys' | 'leaves' | 'clock'>,
  id: string,
  { text, isCall = false }: { readonly text: string; readonly isCall?: boolean },
): Promise<boolean> =>
  untilKept<boolean>(needs, async () => {
    const page = await ownLeaf<OwnPage>(needs, id)
    const { value } = page
    if (!value) return { answer: false, changes: [] }
    const isHelp = isCall || asksForHelp(text)
    const plain = new TextEncoder().encode(text.slice(0, wordMax))
    const sealed = await needs.keys.sealTo(value.inbox, saidAbout(id), plain)
    const one: Said = { on: villageTimeOf(needs.clock()).day, isCall: isHelp, sealed }
    const isFull = value.said.length >= saidMax
    // A call always finds room: the newest of the others makes it.
    if (isFull && !isHelp) return { answer: true, changes: [] }
    const said = [...(isFull ? value.said.slice(0, -1) : value.said), one]
    return { answer: true, changes: await ownLeafChanges(needs, page, { ...value, said }) }
  })

/** Whether something has come in that nobody of the team has read. */
export const hasUnread = async (
  needs: CaseNeeds,
  { own }: Pick<CaseFile, 'own'>,
): Promise<boolean> =>
  own !== undefined && ((await ownLeaf<OwnPage>(needs, own.id)).value?.said.length ?? 0) > 0
