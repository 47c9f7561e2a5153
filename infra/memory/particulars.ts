import type {
  KinDeclared,
  MemberName,
  MemberPhoto,
  Nominee,
  Particulars,
} from '#domain/fund/people/particulars.ts'

type Kept = {
  readonly names: Map<string, MemberName>
  readonly photos: Map<string, MemberPhoto>
  readonly nominees: Map<string, readonly Nominee[]>
  readonly kin: Map<string, KinDeclared>
}

const nothing = (): Kept => ({
  names: new Map(),
  photos: new Map(),
  nominees: new Map(),
  kin: new Map(),
})

const inOrder = <Row>(rows: ReadonlyMap<string, Row>): readonly Row[] =>
  [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)

type KinKey = Pick<KinDeclared, 'firstId' | 'secondId' | 'relation'>

const keyOf = ({ firstId, secondId, relation }: KinKey): string =>
  [firstId, secondId, relation].join(' ')

const forgetKin = ({ kin }: Kept, memberId: string): void => {
  for (const [key, { firstId, secondId }] of kin)
    if (firstId === memberId || secondId === memberId) kin.delete(key)
}

export const particulars = (): Particulars => {
  const funds = new Map<string, Kept>()
  const of = (fundId: string): Kept => {
    const kept = funds.get(fundId) ?? nothing()
    funds.set(fundId, kept)
    return kept
  }
  return {
    keepNames: async (fundId, names) => {
      for (const name of names) of(fundId).names.set(name.memberId, { ...name, fundId })
    },
    names: async (fundId) => inOrder(of(fundId).names),
    keepPhoto: async (photo) => void of(photo.fundId).photos.set(photo.memberId, photo),
    photo: async (fundId, memberId) => of(fundId).photos.get(memberId),
    photographed: async (fundId) =>
      inOrder(of(fundId).photos).map(({ memberId, digest }) => ({ memberId, digest })),
    keepNominees: async (fundId, memberId, nominees) => {
      const own = nominees.map((one) => ({ ...one, fundId, memberId }))
      of(fundId).nominees.set(
        memberId,
        own.toSorted((a, b) => a.place - b.place),
      )
    },
    nominees: async (fundId) => inOrder(of(fundId).nominees).flat(),
    keepKinships: async (fundId, kinships) => {
      for (const one of kinships) of(fundId).kin.set(keyOf(one), { ...one, fundId })
    },
    dropKinship: async (kinship) => void of(kinship.fundId).kin.delete(keyOf(kinship)),
    kinships: async (fundId) => inOrder(of(fundId).kin),
    forget: async (fundId, memberId, parts) => {
      const kept = of(fundId)
      if (parts.includes('name')) kept.names.delete(memberId)
      if (parts.includes('photo')) kept.photos.delete(memberId)
      if (parts.includes('nominees')) kept.nominees.delete(memberId)
      if (parts.includes('kin')) forgetKin(kept, memberId)
    },
  }
}
