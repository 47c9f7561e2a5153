import { encode, renderSVG } from 'uqr'

/*
 * The one door to the library of square codes, which has no 1.0 yet: whoever puts another in its place changes this file
 * (docs/dependencies.md).
 */

/** The quiet edge that cameras need, in modules. */
const border = 4

/** The modules of a square code, row by row, with its quiet edge; a dark one is true. */
export const squareModules = (
  text: string,
): { readonly rows: readonly (readonly boolean[])[]; readonly size: number } => {
  const { data, size } = encode(text, { ecc: 'M', border })
  return { rows: data, size }
}

/** A square code as SVG. `L` holds more and stands less damage than `M`. */
export const squareSvg = (text: string, correction: 'L' | 'M'): string =>
  renderSVG(text, { ecc: correction, border })
