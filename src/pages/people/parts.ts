import { html } from 'hono/html'
import type { MemberName } from '#domain/fund/people/particulars.ts'
import type { Html, PageFrame } from '#src/pages/layout.ts'
import type { PeopleWords } from '#src/words/en/people.ts'
import { peopleWords } from '#src/words/words.ts'

/** A page about who members are: in which fund. */
export type PeopleAt = PageFrame & { readonly fundId: string }

/** A member as these pages know one. */
export type PersonShown = {
  readonly memberId: string
  readonly card: string
  readonly isFormer: boolean
  readonly name: MemberName | undefined
  readonly hasPhoto: boolean
}

export const peopleWordsAt = ({ language }: Pick<PageFrame, 'language'>): PeopleWords =>
  peopleWords.in(language)

export type PersonAct =
  | 'picture'
  | 'name'
  | 'photo'
  | 'goal'
  | 'family'
  | 'nominees'
  | 'kin'
  | 'kin/end'
  | 'reasons'
  | 'erase'
  | 'asked'

export const peoplePath = {
  list: ({ fundId }: Pick<PeopleAt, 'fundId'>): string => `/funds/${fundId}/people`,
  alike: ({ fundId }: Pick<PeopleAt, 'fundId'>): string => `/funds/${fundId}/people/alike`,
  person: ({ fundId }: Pick<PeopleAt, 'fundId'>, memberId: string, act?: PersonAct): string =>
    `/funds/${fundId}/people/${memberId}${act === undefined ? '' : `/${act}`}`,
}

/** Both names of a member, the Khmer one first; what is said where there is none. */
export const nameText = (at: Pick<PageFrame, 'language'>, name: MemberName | undefined): Html =>
  name === undefined
    ? html`<span class="quiet">${peopleWordsAt(at).noName}</span>`
    : html`${name.khmer === undefined ? '' : html`<bdi lang="km">${name.khmer}</bdi>`}
      ${name.latin === undefined ? '' : html`<bdi>${name.latin}</bdi>`}`

/** A card and its name in one line, for lists to choose from. */
export const choiceOf = (
  at: Pick<PageFrame, 'language'>,
  { card, name }: Pick<PersonShown, 'card' | 'name'>,
): string =>
  [peopleWordsAt(at).cardOf(card), name?.khmer ?? name?.latin].filter(Boolean).join(' · ')
