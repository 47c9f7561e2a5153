/** What one part of a text holds beside others: units of UTF-16 where any sign is outside GSM 7-bit, septets where none is. */
const unitsAPart = { alone: 70, joined: 67 } as const
const septetsAPart = { alone: 160, joined: 153 } as const

export const partsMax = 2

/** The signs of GSM 03.38, and those that take two septets. */
const septets = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
const twoSeptets = new Set('\f^{}\\[~]|€')

const septetsOf = (text: string): number | undefined => {
  let sum = 0
  for (const sign of text) {
    if (!septets.has(sign) && !twoSeptets.has(sign)) return undefined
    sum += twoSeptets.has(sign) ? 2 : 1
  }
  return sum
}

/** How many parts a text takes on a phone: 160 or 70 signs alone, 153 or 67 of each where there are several. */
export const partsOf = (text: string): number => {
  const short = septetsOf(text)
  const [length, room] = short === undefined ? [text.length, unitsAPart] : [short, septetsAPart]
  return length <= room.alone ? 1 : Math.ceil(length / room.joined)
}

/**
 * The first of several ways to say something, from the longest on, that two parts hold. Nothing is ever cut: a text
 * that ends in the middle of a Khmer cluster, or of a sum, says something else.
 */
export const saidInTwoParts = (ways: readonly [string, ...string[]]): string => {
  const found = ways.find((text) => partsOf(text) <= partsMax)
  if (found === undefined) throw new RangeError('no way of saying it fits in two parts')
  return found
}
