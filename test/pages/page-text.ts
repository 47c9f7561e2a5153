/** Returns what a reader sees of a page: its mark-up taken out and its spaces made single. */
export const pageText = (page: string): string =>
  page
    .replace(/<wbr \/>|<\/?span[^>]*>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/[^\S\u202f]+/g, ' ')
