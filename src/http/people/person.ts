import { fromBase64 } from '#domain/kernel/base64.ts'
import { answerAsk, askAnswers, asksOf, membersAsking } from '#src/app/household/own-asks.ts'
import { isAskedFor } from '#src/app/members/finding.ts'
import { alikeIn } from '#src/app/members/particulars.ts'
import type { HttpContext } from '#src/http/env.ts'
import { searchedFor } from '#src/http/desk/search.ts'
import { pressed } from '#src/http/form.ts'
import { stopped } from '#src/http/meeting/stopped.ts'
import { notHere } from '#src/http/network/place.ts'
import {
  type PersonVisit,
  aboutPerson,
  frameAt,
  mayIn,
  peopleVisit,
} from '#src/http/people/visit.ts'
import { alikePage, peoplePage } from '#src/pages/people/lists.ts'
import { type Done, memberPage } from '#src/pages/people/member-pages.ts'
import { peoplePath } from '#src/pages/people/parts.ts'
import { behindFirstPage } from '#src/pages/layout.ts'

/** The sentence that a page which was come back to begins with: one of ours, never what the address holds. */
export const whatWasDone = (context: HttpContext): Done => {
  const done = context.req.query('done')
  return done === 'saved' || done === 'erased' ? done : undefined
}

export const listOfPeople = async (context: HttpContext): Promise<Response> => {
  const visit = await peopleVisit(context)
  if (!visit) return notHere(context)
  const at = await frameAt(visit, behindFirstPage)
  const { people } = visit
  const asked = searchedFor(context)
  return context.html(
    peoplePage(at, {
      people: people.filter((one) => asked === '' || isAskedFor(asked, one)),
      all: { named: people.filter(({ name }) => name !== undefined).length, count: people.length },
      isNarrowed: asked !== '',
      mayKeep: mayIn(context, 'keep-names'),
      asked: mayIn(context, 'keep-names')
        ? await membersAsking(context.get('needs').store, visit.fundId)
        : new Set(),
    }),
  )
}

/** Cards that may be one person's, as pairs of those who are known. */
const pairsIn = async ({
  context,
  fundId,
  members,
  people,
}: Pick<PersonVisit, 'context' | 'fundId' | 'members' | 'people'>) => {
  const known = new Map(people.map((person) => [person.memberId, person]))
  const pairs = await alikeIn(context.get('needs').store, fundId, members)
  return pairs.map(({ firstId, secondId, why }) => ({
    first: known.get(firstId)!,
    second: known.get(secondId)!,
    why,
  }))
}

export const alikePeople = async (context: HttpContext): Promise<Response> => {
  const visit = await peopleVisit(context)
  if (!visit) return notHere(context)
  const at = await frameAt(visit, { href: peoplePath.list(visit), label: visit.words.toList })
  return context.html(alikePage(at, await pairsIn(visit)))
}

export const onePerson = aboutPerson(async (visit) => {
  const { context, memberId, person, words } = visit
  const may = {
    keep: mayIn(context, 'keep-names'),
    seeFamily: mayIn(context, 'read-family'),
    seeReasons: mayIn(context, 'read-relief-reason'),
    erase: mayIn(context, 'erase-person'),
  }
  const pairs = may.keep ? await pairsIn(visit) : []
  const alike = pairs.flatMap(({ first, second, why }) => {
    if (first.memberId === memberId) return [{ other: second, why }]
    return second.memberId === memberId ? [{ other: first, why }] : []
  })
  const asked = may.keep ? await asksOf(context.get('needs').store, visit) : []
  const asks = asked.flatMap((ask, place) => (ask.answer === undefined ? [{ place, ask }] : []))
  const at = await frameAt(visit, { href: peoplePath.list(visit), label: words.toList })
  return context.html(memberPage(at, { person, alike, may, asks, done: whatWasDone(context) }))
})

/** Writes down what became of something that the member asked for. */
export const takeAnswer = aboutPerson(async (visit) => {
  const { context, fundId, memberId } = visit
  const sent = await pressed(context, ['place', 'answer'])
  if (!sent) return stopped(context, { why: 'odd-form', status: 400 })
  const { store, today } = context.get('needs')
  const answer = askAnswers.find((one) => one === sent.get('answer'))
  const place = Number(sent.get('place'))
  if (answer !== undefined)
    await answerAsk(store, { fundId, memberId }, { place, answer, on: today() })
  return context.redirect(`${peoplePath.person(visit, memberId)}?done=saved`, 303)
})

/** The photo's bytes, as what they are and nothing else; `nosniff` and the policy stand on every answer. */
export const pictureOf = async (context: HttpContext): Promise<Response> => {
  const { fundId } = context.get('fund')
  const photo = await context.get('needs').store.photo(fundId, context.req.param('memberId') ?? '')
  if (!photo) return notHere(context)
  return context.body(fromBase64(photo.data)!, 200, {
    'content-type': photo.mediaType,
    'cache-control': 'no-store',
    'content-disposition': 'inline',
  })
}
