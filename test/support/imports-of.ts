export type Import = { readonly what: string; readonly isTypeOnly: boolean }

const onlyTypes = (keyword: string | undefined, names: string): boolean =>
  keyword !== undefined ||
  (names.startsWith('{') &&
    names
      .replaceAll(/[{}\s]+/g, ' ')
      .split(',')
      .every((name) => name.trim() === '' || name.trim().startsWith('type ')))

/** Every import and re-export of a file, in any of the ways in which TypeScript writes one. */
export const importsOf = (text: string): Import[] => {
  const fromClause = /^(?:import|export)\s+(type\s+)?([\w$*{},\s]+?)\s*from\s*['"]([^'"]+)['"]/gm
  const bare = /^import\s*['"]([^'"]+)['"]/gm
  const called = /\b(?:import|require)\(\s*['"`]([^'"`]+)['"`]/g
  return [
    ...[...text.matchAll(fromClause)].map(([, keyword, names = '', what = '']) => ({
      what,
      isTypeOnly: onlyTypes(keyword, names),
    })),
    ...[...text.matchAll(bare), ...text.matchAll(called)].map(([, what = '']) => ({
      what,
      isTypeOnly: false,
    })),
  ]
}
