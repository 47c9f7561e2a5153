import { html } from 'hono/html'
import type { Content } from '#src/desk/content.ts'
import { contentPart } from '#src/pages/desk/content.ts'
import type { Html } from '#src/pages/layout.ts'
import type { Action } from '#domain/access/actions.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, type Taken, type Typed } from '#src/http/form-pages.ts'
import {
  type PersonVisit,
  behindFamily,
  behindPerson,
  personVisit,
} from '#src/http/people/visit.ts'
import type { FormText } from '#src/pages/forms/form.ts'
import { type PersonAct, choiceOf, peoplePath } from '#src/pages/people/parts.ts'

export const nameLengthMax = 80

/** What a form about a member says and asks, but for what all of them say. */
type PersonText = Omit<FormText, 'action' | 'back' | 'whose' | 'told'> & { readonly told: Content }

/** Who it is about, by card and name. */
export const personPart = ({ context, person }: PersonVisit): Html =>
  html`<p>
    <b><bdi>${choiceOf({ language: context.get('language') }, person)}</bdi></b>
  </p>`

type PersonForm<More> = {
  readonly act: PersonAct
  readonly rule: Action
  /** True for a form that the page of nominees and kin leads to. */
  readonly isOfFamily?: boolean
  /** What it is made from beside the member. */
  readonly more?: (visit: PersonVisit) => Promise<More>
  readonly look?: (visit: PersonVisit & More) => Promise<void>
  readonly form: (visit: PersonVisit & More) => PersonText
  readonly question?: (visit: PersonVisit & More, of: Typed) => PersonText
  readonly take: (visit: PersonVisit & More, of: Typed) => Promise<Taken | 'saved' | 'erased'>
}

/** A form about a member, whose page it comes back to. */
export const personForm = <More = object>({
  act,
  rule,
  isOfFamily = false,
  more,
  look,
  form,
  question,
  take,
}: PersonForm<More>): FormOf<PersonVisit & More> => {
  const texts = (visit: PersonVisit & More, text: PersonText): FormText => ({
    ...text,
    whose: personPart(visit),
    told: contentPart(
      { language: visit.context.get('language'), isPractice: false, fundId: visit.fundId },
      text.told,
    ),
    action: peoplePath.person(visit, visit.memberId, act),
    back: {
      href: peoplePath.person(visit, visit.memberId, isOfFamily ? 'family' : undefined),
      label: visit.words.leaveIt,
    },
  })
  return {
    path: `/funds/:fundId/people/:memberId/${act}`,
    rule,
    find: async (context: HttpContext) => {
      const visit = await personVisit(context)
      return visit instanceof Response ? visit : { ...visit, ...((await more?.(visit)) as More) }
    },
    frame: isOfFamily ? behindFamily : behindPerson,
    ...(look && { look }),
    form: (visit) => texts(visit, form(visit)),
    ...(question && { question: (visit, of) => texts(visit, question(visit, of)) }),
    take: async (visit, of) => {
      const taken = await take(visit, of)
      if (typeof taken !== 'string') return taken
      const next = peoplePath.person(visit, visit.memberId, isOfFamily ? 'family' : undefined)
      return { next: `${next}?done=${taken}` }
    },
  }
}
