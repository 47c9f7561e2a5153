import { type Action, scopeFor } from '#domain/access/table.ts'
import type { Member } from '#domain/fund/people/members.ts'
import { note } from '#src/app/activity.ts'
import { type KnownPerson, knownPeople } from '#src/app/members/particulars.ts'
import { practiceBeside } from '#src/app/practice/practice-people.ts'
import { bookOf } from '#src/app/queries.ts'
import { frameOf } from '#src/http/entrance/frame.ts'
import type { HttpContext } from '#src/http/env.ts'
import { notHere } from '#src/http/network/place.ts'
import type { PageFrame } from '#src/pages/layout.ts'
import type { PracticeSecond } from '#src/pages/entrance/second-part.ts'
import { type PeopleAt, peoplePath } from '#src/pages/people/parts.ts'
import type { PeopleWords } from '#src/words/en/people.ts'
import { peopleWords } from '#src/words/words.ts'

/** What a page about who members are is made from. */
type PeopleVisit = {
  readonly context: HttpContext
  readonly fundId: string
  readonly members: readonly Member[]
  readonly people: readonly KnownPerson[]
  readonly words: PeopleWords
}

/** The same, about one of them. */
export type PersonVisit = PeopleVisit & { readonly person: KnownPerson; readonly memberId: string }

export const mayIn = (context: HttpContext, action: Action): boolean =>
  scopeFor(action, context.get('fund').held) === 'all'

/** The frame of a page, with where it leads back to. */
export const frameAt = async (
  { context, fundId }: Pick<PeopleVisit, 'context' | 'fundId'>,
  back: NonNullable<PageFrame['back']>,
): Promise<PeopleAt> => {
  // What answers a form has no address of its own: its language is changed where the way back leads.
  const at = context.req.method === 'GET' ? {} : { at: back.href }
  return { ...(await frameOf(context, { back, ...at })), fundId }
}

export const peopleVisit = async (context: HttpContext): Promise<PeopleVisit | undefined> => {
  const { fundId } = context.get('fund')
  const { store, today } = context.get('needs')
  const book = await bookOf(store, fundId)
  if (!book) return undefined
  const { members } = book
  const people = await knownPeople(store, fundId, { members, day: today() })
  return { context, fundId, members, people, words: peopleWords.in(context.get('language')) }
}

/** The member in the path; none, and another fund's, are one answer. */
export const personVisit = async (context: HttpContext): Promise<PersonVisit | Response> => {
  const visit = await peopleVisit(context)
  const person = visit?.people.find(({ memberId }) => memberId === context.req.param('memberId'))
  return visit && person ? { ...visit, person, memberId: person.memberId } : notHere(context)
}

/** Hands the member in the path to a page. */
export const aboutPerson =
  (page: (visit: PersonVisit) => Promise<Response>) =>
  async (context: HttpContext): Promise<Response> => {
    const visit = await personVisit(context)
    return visit instanceof Response ? visit : page(visit)
  }

/** A list of all members to choose from is a look at all names, and is written down as one. */
export const noteAllNames = ({ context, fundId }: PeopleVisit): Promise<void> =>
  note(context.get('needs'), {
    ...context.get('caller')!.by,
    scope: fundId,
    action: 'read-names',
    outcome: 'read',
  })

export const behindPerson = (visit: PersonVisit): Promise<PeopleAt> =>
  frameAt(visit, { href: peoplePath.person(visit, visit.memberId), label: visit.words.toMember })

export const behindFamily = (visit: PersonVisit): Promise<PeopleAt> =>
  frameAt(visit, {
    href: peoplePath.person(visit, visit.memberId, 'family'),
    label: visit.words.familyHeading,
  })

export const practiceIn = (context: HttpContext): PracticeSecond =>
  context.get('needs').isPractice ? practiceBeside(context.get('fund').held) : undefined
