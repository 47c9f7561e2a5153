import type { WordsPart } from '#src/pwa/held-words.ts'
import type { Language } from '#src/words/catalogue.ts'

/** Where words are, and what they are called. */
export type WordsFiles = Readonly<Record<WordsPart, Readonly<Record<Language | 'names', string>>>>

const filesOf = (words: WordsFiles): string =>
  Object.entries(words)
    .flatMap(([part, by]) =>
      Object.entries(by).map(([of, path]) => ` data-${part}-${of}="${path}"`),
    )
    .join('')

/** The page of the app: it is empty until its script has come. */
export const appPage = ({
  script,
  style,
  words,
  clips,
}: {
  readonly script: string
  readonly style: string
  readonly words: WordsFiles
  /** Where number words are heard. */
  readonly clips: string
}): string => `<!doctype html>
<html lang="km"${filesOf(words)} data-clips="${clips}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="theme-color" content="#12506b">
<title>Village fund</title>
<link rel="manifest" href="/app/manifest.webmanifest">
<link rel="icon" href="/app/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${style}">
</head>
<body>
<noscript>This page needs a script. / ទំព័រ​នេះ​ត្រូវ​ការ​ស្គ្រីប។</noscript>
<div id="app"></div>
<script type="module" src="${script}"></script>
</body>
</html>
`

/** How a phone shows it among its apps. */
export const manifest = JSON.stringify({
  name: 'Village fund',
  short_name: 'Fund',
  id: '/app/',
  start_url: '/app/',
  scope: '/app/',
  display: 'standalone',
  background_color: '#ffffff',
  theme_color: '#12506b',
  icons: [{ src: '/app/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any maskable' }],
})
