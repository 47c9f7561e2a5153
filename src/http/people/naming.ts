import { isPersonName } from '#domain/fund/particulars.ts'
import { photoBytesMax, photoFrom } from '#domain/fund/photos.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type PersonRoom, aboutPerson, behindPerson, typedIn } from '#src/http/people/room.ts'
import { namePage, photoPage } from '#src/pages/people/forms.ts'
import { peoplePath } from '#src/pages/people/parts.ts'
import type { PeopleWords } from '#src/words/en/people.ts'

export const saved = (room: PersonRoom, place: string): Response =>
  room.context.redirect(`${place}?done=saved`, 303)

export const askName = aboutPerson(async (room) =>
  room.context.html(namePage(await behindPerson(room), { person: room.person })),
)

/** What is wrong with names as they were typed; nothing where they may be kept. */
const nameFault = (
  { khmer, latin }: { readonly khmer: string; readonly latin: string },
  words: PeopleWords,
): string | undefined => {
  const given = [khmer, latin].filter((name) => name !== '')
  if (given.length === 0) return words.nameMissing
  if (!given.every(isPersonName)) return words.nameOdd
  const isKhmer = (name: string): boolean => /\p{Script=Khmer}/u.test(name)
  return (khmer !== '' && !isKhmer(khmer)) || isKhmer(latin) ? words.khmerOdd : undefined
}

export const takeName = aboutPerson(async (room) => {
  const { context, fundId, memberId, person, words } = room
  const of = await typedIn(context)
  const [khmer, latin] = [of('khmer'), of('latin')]
  const fault = nameFault({ khmer, latin }, words)
  if (fault !== undefined)
    return context.html(namePage(await behindPerson(room), { person, fault, typed: of }), 400)
  const name = {
    fundId,
    memberId,
    khmer: khmer === '' ? undefined : khmer,
    latin: latin === '' ? undefined : latin,
  }
  await context.get('needs').store.keepNames(fundId, [name])
  return saved(room, peoplePath.person(room, memberId))
})

export const askPhoto = aboutPerson(async (room) =>
  room.context.html(photoPage(await behindPerson(room), { person: room.person })),
)

/** A picture with all that a phone hides in it may be larger than what is kept of it. */
const fileBytesMax = 8 * photoBytesMax

const fileIn = async (context: HttpContext): Promise<File | undefined> => {
  const body = await context.req.parseBody().catch(() => ({}))
  const file = (body as Readonly<Record<string, unknown>>)['photo']
  return file instanceof File && file.size > 0 ? file : undefined
}

const base64Of = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))

export const takePhoto = aboutPerson(async (room) => {
  const { context, fundId, memberId, person, words } = room
  const { store, hash } = context.get('needs')
  const refuse = async (fault: string): Promise<Response> =>
    context.html(photoPage(await behindPerson(room), { person, fault }), 400)
  const file = await fileIn(context)
  if (!file) return refuse(words.photoMissing)
  if (file.size > fileBytesMax) return refuse(words.photoTooLarge)
  const photo = photoFrom(new Uint8Array(await file.arrayBuffer()))
  if (photo === 'no-photo') return refuse(words.photoNone)
  if (photo === 'photo-too-large') return refuse(words.photoTooLarge)
  const data = base64Of(photo.bytes)
  const { mediaType } = photo
  await store.keepPhoto({ fundId, memberId, mediaType, data, digest: hash(data) })
  return saved(room, peoplePath.person(room, memberId))
})
