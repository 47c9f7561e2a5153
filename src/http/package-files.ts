import { referenceFiles } from '#src/http/reference/assets.ts'
import { guideFiles } from '#src/pages/help/guides.ts'

/** A file of a package that anybody may have, and the path that it is served under. */
export type PackageFile = {
  readonly served: string
  /** Left out, it is this program's own, from its folder. */
  readonly of?: string
  readonly stored: string
  readonly type: string
}

const fontFiles: readonly PackageFile[] = [400, 700].map((weight) => ({
  served: `/fonts/noto-sans-khmer-${weight}.woff2`,
  of: '@fontsource/noto-sans-khmer',
  stored: `files/noto-sans-khmer-khmer-${weight}-normal.woff2`,
  type: 'font/woff2',
}))

/** What checks a journal without this service (docs/proof.md). */
const verifierFile: PackageFile = {
  served: '/verify-journal.mjs',
  stored: 'verify/verify-journal.mjs',
  type: 'text/javascript; charset=utf-8',
}

/** All that is served beside what the program itself makes. */
export const packageFiles: readonly PackageFile[] = [
  ...fontFiles,
  ...referenceFiles,
  verifierFile,
  ...guideFiles,
]
