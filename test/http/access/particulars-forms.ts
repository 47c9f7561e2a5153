import { besideStaff } from '#test/http/access/beside-staff.ts'
import type { MemoryStore } from '#infra/memory/store.ts'
import type { Made, Means } from '#test/http/access/means.ts'
import { type SmallFund, memberNames } from '#test/http/access/small-fund.ts'
import { pngDot } from '#test/support/photos.ts'

/** Who the members of a small fund are, each name with the fund's own word in it. */
export const keepParticulars = async (
  store: MemoryStore,
  { fundId, memberIds, canary }: SmallFund,
): Promise<void> => {
  const own = { fundId, memberId: memberIds.neighbour }
  await store.keepNames(
    fundId,
    memberNames.map((name) => ({
      fundId,
      memberId: memberIds[name],
      khmer: undefined,
      latin: `${canary} ${name}`,
    })),
  )
  const data = Buffer.from(pngDot).toString('base64')
  for (const memberId of Object.values(memberIds))
    await store.keepPhoto({ fundId, memberId, mediaType: 'image/png', data, digest: memberId })
  await store.keepNominees(fundId, own.memberId, [
    { ...own, place: 1, name: `${canary} heir`, nomineeId: undefined, share: 'all' },
  ])
  const [firstId, secondId] = [memberIds['household-card'], memberIds['household-login']].toSorted()
  await store.keepKinships(fundId, [
    {
      fundId,
      firstId: firstId!,
      secondId: secondId!,
      relation: 'sibling',
      declaredAt: '2025-12-30T02:00:00.000Z',
    },
  ])
}

const picture = (): FormData => {
  const form = new FormData()
  form.append('photo', new Blob([new Uint8Array(pngDot)]), 'face.png')
  return form
}

const place = '/funds/:fundId/people/:memberId'

/** Bodies of the pages that tell who members are; the secret is the second officer's. */
export const particularsBodies = (
  secret: string,
): Readonly<Record<string, (means: Means) => Made>> => ({
  [`POST ${place}/name`]: () => ({ form: { khmer: 'សុខ ដារ៉ា', latin: '' } }),
  [`POST ${place}/goal`]: () => ({ form: { what: 'set', kind: 'school', amount: '300000' } }),
  [`POST ${place}/photo`]: () => ({ files: picture }),
  [`POST ${place}/nominees`]: ({ target }) => ({
    form: { member1: target.cardless, share1: 'all', login: target.voucher, secret },
  }),
  [`POST ${place}/kin`]: ({ target }) => ({
    form: { other: target.cardless, is: 'sibling', login: target.voucher, secret },
  }),
  // Nothing was chosen, which the form says to whoever may fill it in.
  [`POST ${place}/kin/end`]: () => ({ form: { which: '' } }),
  'POST /network/people/:userId/reset': ({ target }) => ({
    form: { secondLogin: besideStaff(target.voucher, secret).login, secret },
  }),
  // Whatever was done by now has been read.
  'POST /me/notice': () => ({ form: { newest: '9' } }),
  'POST /me/halves': () => ({ form: {} }),
  [`POST ${place}/erase`]: ({ target: { voucher } }) => ({
    form: { what: 'nominees', login: voucher, secret },
  }),
})
