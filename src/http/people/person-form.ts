import { html } from 'hono/html'
import type { Content } from '#src/desk/told.ts'
import { toldShown } from '#src/pages/desk/told.ts'
import type { Html } from '#src/pages/layout.ts'
import type { Action } from '#domain/access/actions.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, type Taken, type Typed } from '#src/http/form-pages.ts'
import { type PersonRoom, behindFamily, behindPerson, personRoom } from '#src/http/people/room.ts'
import type { FormText } from '#src/pages/forms/form.ts'
import { type PersonAct, choiceOf, peoplePath } from '#src/pages/people/parts.ts'

export const nameLengthMax = 80

/** What a form about a member says and asks, but for what all of them say. */
type PersonText = Omit<FormText, 'action' | 'back' | 'whose' | 'told'> & { readonly told: Content }

/** Who it is about, by card and name. */
export const personTold = ({ context, person }: PersonRoom): Html =>
  html`<p>
    <b><bdi>${choiceOf({ language: context.get('language') }, person)}</bdi></b>
  </p>`

type PersonForm<More> = {
  readonly act: PersonAct
  readonly rule: Action
  /** True for a form that the page of nominees and kin leads to. */
  readonly isOfFamily?: boolean
  /** What it is made from beside the member. */
  readonly more?: (room: PersonRoom) => Promise<More>
  readonly look?: (room: PersonRoom & More) => Promise<void>
  readonly form: (room: PersonRoom & More) => PersonText
  readonly question?: (room: PersonRoom & More, of: Typed) => PersonText
  readonly take: (room: PersonRoom & More, of: Typed) => Promise<Taken | 'saved' | 'erased'>
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
}: PersonForm<More>): FormOf<PersonRoom & More> => {
  const texts = (room: PersonRoom & More, text: PersonText): FormText => ({
    ...text,
    whose: personTold(room),
    told: toldShown(
      { language: room.context.get('language'), isPractice: false, fundId: room.fundId },
      text.told,
    ),
    action: peoplePath.person(room, room.memberId, act),
    back: {
      href: peoplePath.person(room, room.memberId, isOfFamily ? 'family' : undefined),
      label: room.words.leaveIt,
    },
  })
  return {
    path: `/funds/:fundId/people/:memberId/${act}`,
    rule,
    find: async (context: HttpContext) => {
      const room = await personRoom(context)
      return room instanceof Response ? room : { ...room, ...((await more?.(room)) as More) }
    },
    frame: isOfFamily ? behindFamily : behindPerson,
    ...(look && { look }),
    form: (room) => texts(room, form(room)),
    ...(question && { question: (room, of) => texts(room, question(room, of)) }),
    take: async (room, of) => {
      const taken = await take(room, of)
      if (typeof taken !== 'string') return taken
      const next = peoplePath.person(room, room.memberId, isOfFamily ? 'family' : undefined)
      return { next: `${next}?done=${taken}` }
    },
  }
}
