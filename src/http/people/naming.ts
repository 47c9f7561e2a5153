import { html } from 'hono/html'
import { isPersonName } from '#domain/fund/people/particulars.ts'
import { photoBytesMax, photoFrom } from '#domain/fund/people/photos.ts'
import { base64Of } from '#domain/kernel/base64.ts'
import { fileField, lineField } from '#src/desk/fields.ts'
import { unfilled } from '#src/desk/filling.ts'
import { note } from '#src/desk/content.ts'
import type { HttpContext } from '#src/http/env.ts'
import { filesOf } from '#src/http/form.ts'
import { nameLengthMax, personForm, personPart } from '#src/http/people/person-form.ts'
import { type PersonVisit, aboutPerson, behindPerson } from '#src/http/people/visit.ts'
import { formShown } from '#src/pages/forms/form.ts'
import { peoplePath } from '#src/pages/people/parts.ts'
import type { PeopleWords } from '#src/words/en/people.ts'

const photoTypes = 'image/jpeg,image/png,image/webp'

const nameField = (words: PeopleWords, script: 'khmer' | 'latin') =>
  lineField({
    name: script,
    label: words[`${script}Name`],
    hint: words[`${script}Hint`],
    rule: (name) => (isPersonName(name) ? name : undefined),
    fault: words.nameOdd,
    lengthMax: nameLengthMax,
    isOptional: true,
    ...(script === 'khmer' ? { isKhmer: true } : {}),
  })

/** What is wrong with two names together; nothing where they may be kept. */
const nameFault = (
  { khmer, latin }: { readonly khmer: string; readonly latin: string },
  words: PeopleWords,
): string | undefined => {
  if (khmer === '' && latin === '') return words.nameMissing
  const isKhmer = (name: string): boolean => /\p{Script=Khmer}/u.test(name)
  return (khmer !== '' && !isKhmer(khmer)) || isKhmer(latin) ? words.khmerOdd : undefined
}

/** How a member is called. */
export const naming = personForm({
  act: 'name',
  rule: 'keep-names',
  form: ({ words, person: { name } }) => ({
    shown: 'person',
    heading: words.toName,
    told: [note(words.nameLead)],
    fields: [nameField(words, 'khmer'), nameField(words, 'latin')],
    prefilled: { khmer: name?.khmer ?? '', latin: name?.latin ?? '' },
    submit: words.save,
  }),
  take: async ({ context, fundId, memberId, words }, of) => {
    const [khmer, latin] = [of('khmer'), of('latin')]
    const fault = nameFault({ khmer, latin }, words)
    if (fault !== undefined) return { fault }
    const name = { fundId, memberId, khmer: khmer || undefined, latin: latin || undefined }
    await context.get('needs').store.keepNames(fundId, [name])
    return 'saved'
  },
})

const photoPage = async (visit: PersonVisit, fault?: string): Promise<Response> => {
  const { context, memberId, words } = visit
  const here = peoplePath.person(visit, memberId)
  const form = {
    shown: 'person',
    heading: words.toPhoto,
    whose: personPart(visit),
    told: html`<p>${words.photoLead}</p>`,
    action: peoplePath.person(visit, memberId, 'photo'),
    fields: [fileField({ name: 'photo', label: words.photoFile, accept: photoTypes })],
    submit: words.save,
    back: { href: here, label: words.leaveIt },
  } as const
  const filling = { ...unfilled(), fault }
  const page = formShown(await behindPerson(visit), form, filling)
  return context.html(page, fault === undefined ? 200 : 400)
}

export const askPhoto = aboutPerson((visit) => photoPage(visit))

/** A picture with all that a phone hides in it may be larger than what is kept of it. */
const fileBytesMax = 8 * photoBytesMax

const fileIn = async (context: HttpContext): Promise<File | undefined> => {
  const [file] = (await filesOf(context))?.files.get('photo') ?? []
  return file
}

export const takePhoto = aboutPerson(async (visit) => {
  const { context, fundId, memberId, words } = visit
  const { store, hash } = context.get('needs')
  const file = await fileIn(context)
  if (!file) return photoPage(visit, words.photoMissing)
  if (file.size > fileBytesMax) return photoPage(visit, words.photoTooLarge)
  const photo = photoFrom(new Uint8Array(await file.arrayBuffer()))
  if (photo === 'no-photo') return photoPage(visit, words.photoNone)
  if (photo === 'photo-too-large') return photoPage(visit, words.photoTooLarge)
  const data = base64Of(photo.bytes)
  const { mediaType } = photo
  await store.keepPhoto({ fundId, memberId, mediaType, data, digest: hash(data) })
  return context.redirect(`${peoplePath.person(visit, memberId)}?done=saved`, 303)
})
