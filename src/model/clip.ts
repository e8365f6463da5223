/** Words on one line, cut after a whole word where they are longer than `most` letters. */
export function clip(words: string, most: number): string {
  const line = words.replace(/\s+/g, ' ').trim()
  if (line.length <= most) return line
  const cut = line.lastIndexOf(' ', most - 1)
  return `${line.slice(0, cut > 0 ? cut : most - 1)}…`
}

/** A title in quote marks, those within it made single: “Comments under ‘Snow’”. */
export const titled = (title: string): string =>
  `“${title.replace(/[“„]/g, '‘').replace(/”/g, '’')}”`
