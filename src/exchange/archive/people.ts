import { z } from 'zod'
import { base64Of, fromBase64 } from '#domain/kernel/base64.ts'
import type { Json } from '#domain/kernel/canonical.ts'
import {
  type KinDeclared,
  type Kinship,
  type MemberName,
  type MemberPhoto,
  type Nominee,
  type Particulars,
  isPersonName,
  kinRelations,
  kinshipOf,
  nomineeShares,
  nomineesMax,
  photoTypes,
} from '#domain/fund/people/particulars.ts'
import { photoFrom } from '#domain/fund/people/photos.ts'
import type { Hasher } from '#domain/ports.ts'
import {
  type Fields,
  type Opened,
  shaped,
  summed,
  text,
  withSum,
} from '#src/exchange/archive/format.ts'

/** What is kept of who a member is, in one line, so that it can be found and left out as one. */
export type ArchivePerson = {
  readonly memberId: string
  readonly khmer?: string | undefined
  readonly latin?: string | undefined
  readonly photo?: Pick<MemberPhoto, 'mediaType' | 'data'> | undefined
  /** In their order. */
  readonly nominees?: readonly Pick<Nominee, 'name' | 'nomineeId' | 'share'>[] | undefined
}

export type ArchiveKin = Omit<KinDeclared, 'fundId'>

const name = text.refine(isPersonName)

/** A picture as this program keeps one: of its kind, whole, small, and with nothing hidden in it. */
const isKeptPhoto = ({ mediaType, data }: Pick<MemberPhoto, 'mediaType' | 'data'>): boolean => {
  const bytes = fromBase64(data)
  const photo = bytes && photoFrom(bytes)
  return (
    typeof photo === 'object' &&
    photo.mediaType === mediaType &&
    photo.bytes.length === bytes!.length &&
    base64Of(bytes!) === data
  )
}

const personShape = z.strictObject({
  kind: z.literal('person'),
  memberId: text,
  khmer: name.optional(),
  latin: name.optional(),
  photo: z
    .strictObject({ mediaType: z.enum(photoTypes), data: text })
    .refine(isKeptPhoto)
    .optional(),
  nominees: z
    .array(
      z
        .strictObject({
          name: name.optional(),
          nomineeId: text.optional(),
          share: z.enum(nomineeShares),
        })
        .refine((one) => (one.name === undefined) !== (one.nomineeId === undefined)),
    )
    .min(1)
    .max(nomineesMax)
    .optional(),
})

const kinShape = z
  .strictObject({
    kind: z.literal('kin'),
    firstId: text,
    secondId: text,
    relation: z.enum(kinRelations),
    declaredAt: text,
  })
  .refine((kin) => kin.firstId !== kin.secondId && kinshipOf(kin).firstId === kin.firstId)

export const personLine = (person: ArchivePerson, sha256: Hasher): string =>
  withSum({ ...person, kind: 'person' } as { readonly [key: string]: Json | undefined }, sha256)

export const kinLine = ({ firstId, secondId, relation, declaredAt }: ArchiveKin, sha256: Hasher) =>
  withSum({ firstId, secondId, relation, declaredAt, kind: 'kin' }, sha256)

export const openPerson = (fields: Fields, sha256: Hasher): Opened<ArchivePerson> => {
  const read = shaped(personShape, summed(fields, sha256))
  if (typeof read === 'string') return read
  const { kind: _, nominees, ...person } = read
  return {
    ...person,
    nominees: nominees?.map((one) => ({
      name: one.name,
      nomineeId: one.nomineeId,
      share: one.share,
    })),
  }
}

export const openKin = (fields: Fields, sha256: Hasher): Opened<ArchiveKin> => {
  const read = shaped(kinShape, summed(fields, sha256))
  if (typeof read === 'string') return read
  const { kind: _, ...kin } = read
  return kin
}

/** Everybody of whom something is kept, without the photos, which are read one at a time. */
export type PeopleKept = {
  readonly memberIds: readonly string[]
  readonly names: ReadonlyMap<string, MemberName>
  readonly nominees: ReadonlyMap<string, readonly Nominee[]>
  readonly kin: readonly KinDeclared[]
}

export const noPeople: PeopleKept = {
  memberIds: [],
  names: new Map(),
  nominees: new Map(),
  kin: [],
}

export const peopleIn = async (store: Particulars, fundId: string): Promise<PeopleKept> => {
  const names = new Map((await store.names(fundId)).map((one) => [one.memberId, one]))
  const nominees = Map.groupBy(await store.nominees(fundId), ({ memberId }) => memberId)
  const photographed = (await store.photographed(fundId)).map(({ memberId }) => memberId)
  const memberIds = [...new Set([...names.keys(), ...nominees.keys(), ...photographed])].toSorted()
  return { memberIds, names, nominees, kin: await store.kinships(fundId) }
}

/** One of them as a line holds it. What was erased meanwhile is not in it. */
export const personOf = async (
  store: Particulars,
  fundId: string,
  { names, nominees, memberId }: Pick<PeopleKept, 'names' | 'nominees'> & { memberId: string },
): Promise<ArchivePerson> => {
  const photo = await store.photo(fundId, memberId)
  const named = names.get(memberId)
  return {
    memberId,
    khmer: named?.khmer,
    latin: named?.latin,
    photo: photo && { mediaType: photo.mediaType, data: photo.data },
    nominees: nominees
      .get(memberId)
      ?.map((one) => ({ name: one.name, nomineeId: one.nomineeId, share: one.share })),
  }
}

type Kept = { readonly store: Particulars; readonly fundId: string; readonly hash: Hasher }

/** Writes one person as the archive has it: what it does not have is not to stay here either. */
const keepPerson = async (
  { store, fundId, hash }: Kept,
  { memberId, khmer, latin, photo, nominees = [] }: ArchivePerson,
): Promise<void> => {
  const own = { fundId, memberId }
  const isNamed = khmer !== undefined || latin !== undefined
  if (isNamed) await store.keepNames(fundId, [{ ...own, khmer, latin }])
  if (photo) await store.keepPhoto({ ...own, ...photo, digest: hash(photo.data) })
  await store.keepNominees(
    fundId,
    memberId,
    nominees.map((one, i) => ({ ...one, ...own, place: i + 1 })),
  )
  const missing = [...(isNamed ? [] : ['name' as const]), ...(photo ? [] : ['photo' as const])]
  if (missing.length > 0) await store.forget(fundId, memberId, missing)
}

const keyOf = ({ firstId, secondId, relation }: Kinship): string =>
  [firstId, secondId, relation].join(' ')

/**
 * Where lines about people go. Who was erased where the archive was made is not in it and goes from here
 * last, so that of two who take the same archive in at once neither can lose what the other wrote.
 */
export const peopleInto = (kept: Kept) => {
  const { store, fundId } = kept
  const told = new Set<string>()
  const kin = new Set<string>()
  return {
    person: async (person: ArchivePerson): Promise<void> => {
      told.add(person.memberId)
      await keepPerson(kept, person)
    },
    kin: async (one: ArchiveKin): Promise<void> => {
      kin.add(keyOf(one))
      await store.keepKinships(fundId, [{ ...one, fundId }])
    },
    forgetOthers: async (): Promise<void> => {
      const { memberIds, kin: here } = await peopleIn(store, fundId)
      for (const memberId of memberIds)
        if (!told.has(memberId)) await store.forget(fundId, memberId, ['name', 'photo', 'nominees'])
      for (const one of here) if (!kin.has(keyOf(one))) await store.dropKinship(one)
    },
  }
}
