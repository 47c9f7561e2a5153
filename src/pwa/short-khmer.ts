/** What a Khmer letter and the sign that it is sent as come to together; no letter in use is sent as one that ends a text. */
const both = 0x17fd

/**
 * A letter of Khmer takes three bytes, and a sign of ASCII one: on their way to a phone each stands for the other. Twice turned
 * is as it was.
 */
export const turned = (text: string): string =>
  text.replaceAll(/[!-}\u1780-\u17dc]/g, (sign) => String.fromCharCode(both - sign.charCodeAt(0)))

/** A text that was sent turned, with what is put into it as it is. */
export const khmer = (texts: TemplateStringsArray, ...put: readonly unknown[]): string =>
  String.raw({ raw: texts.map(turned) }, ...put)
