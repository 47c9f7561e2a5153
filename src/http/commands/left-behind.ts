import { type PhoneSeal, aboutLeft } from '#domain/phone/sealing.ts'
import { sealedIn } from '#src/exchange/carried/commands.ts'

type Opening = { readonly fundId: string; readonly phoneSeal?: PhoneSeal | undefined }

/** Commands that a phone has left behind, each opened where it was sealed for this fund; what does not open stays as it came. */
export const openedLeft = (
  items: readonly unknown[],
  { fundId, phoneSeal }: Opening,
): Promise<readonly unknown[]> =>
  Promise.all(
    items.map(async (item) => {
      const sealed = sealedIn(item)
      const text = sealed && (await phoneSeal?.open({ fundId, about: aboutLeft(fundId), sealed }))
      try {
        return text ? (JSON.parse(text) as unknown) : item
      } catch {
        return item
      }
    }),
  )
