/*
 * Who the members are: what a journal may never hold. All of it can be corrected and erased, and nothing
 * of it is ever copied into an entry, a log, a receipt or a message.
 */

/** One name is enough: no surname, no number of any paper. */
export type MemberName = {
  readonly fundId: string
  readonly memberId: string
  readonly khmer: string | undefined
  readonly latin: string | undefined
}

export const photoTypes = ['image/jpeg', 'image/png', 'image/webp'] as const
export type PhotoType = (typeof photoTypes)[number]

export type MemberPhoto = {
  readonly fundId: string
  readonly memberId: string
  readonly mediaType: PhotoType
  /** Base64 of the file as it came. */
  readonly data: string
  /** SHA-256 of `data`: one picture for two members is told without looking at either. */
  readonly digest: string
}

/** What a nominee is to have of the savings; how much that is, nobody needs to know before. */
export const nomineeShares = ['all', 'half', 'third', 'quarter', 'equal-parts', 'the-rest'] as const
export type NomineeShare = (typeof nomineeShares)[number]

/** Who is to have a member's savings after death: somebody by name, or another member. */
export type Nominee = {
  readonly fundId: string
  readonly memberId: string
  /** From 1, in the order in which the member named them. */
  readonly place: number
  readonly name: string | undefined
  readonly nomineeId: string | undefined
  readonly share: NomineeShare
}

export const nomineesMax = 3

/** `parent` is said of the first of two, `child` of the second: one fact, kept once. */
export const kinRelations = ['spouse', 'parent', 'sibling', 'in-law', 'same-household'] as const
export type KinRelation = (typeof kinRelations)[number]

/** That two members are kin, as one of them declared it. */
export type Kinship = {
  readonly firstId: string
  readonly secondId: string
  readonly relation: KinRelation
}

export type KinDeclared = Kinship & { readonly fundId: string; readonly declaredAt: string }

/** What of a member can be erased by itself. */
export const particularParts = ['name', 'photo', 'nominees', 'kin'] as const
export type ParticularPart = (typeof particularParts)[number]

/** A store's port for who members are. A `keep` writes the whole row, new or changed. */
export interface Particulars {
  keepNames(fundId: string, names: readonly MemberName[]): Promise<void>
  names(fundId: string): Promise<readonly MemberName[]>
  keepPhoto(photo: MemberPhoto): Promise<void>
  photo(fundId: string, memberId: string): Promise<MemberPhoto | undefined>
  /** Whose photo there is, by member. */
  photographed(fundId: string): Promise<readonly Pick<MemberPhoto, 'memberId' | 'digest'>[]>
  /** All of a member's nominees, in place of those who were named before. */
  keepNominees(fundId: string, memberId: string, nominees: readonly Nominee[]): Promise<void>
  /** By member and place. */
  nominees(fundId: string): Promise<readonly Nominee[]>
  keepKinships(fundId: string, kinships: readonly KinDeclared[]): Promise<void>
  dropKinship(kinship: Kinship & { readonly fundId: string }): Promise<void>
  kinships(fundId: string): Promise<readonly KinDeclared[]>
  /** Erases parts of what is kept of a member; kin in both directions. */
  forget(fundId: string, memberId: string, parts: readonly ParticularPart[]): Promise<void>
}

const nameMax = 80

/** A name of a person as it may be typed: letters of any script, and what stands between them. */
export const isPersonName = (name: string): boolean =>
  name.length <= nameMax &&
  name.isWellFormed() &&
  /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}\s.,'’()/\u200b-\u200d-]*$/u.test(name)

/** The same fact in the one way in which it is kept: of two who are each other's, the lesser id first. */
export const kinshipOf = (kinship: Kinship): Kinship => {
  const { firstId, secondId, relation } = kinship
  const isTurned = relation !== 'parent' && firstId > secondId
  return isTurned
    ? { firstId: secondId, secondId: firstId, relation }
    : { firstId, secondId, relation }
}
