import type { Debate, Position } from '../model/debate'

/** The larger question that positions belong to, and those positions in their order. */
export interface Theme {
  /** null for positions that belong to none. */
  title: string | null
  positions: readonly Position[]
}

/** The positions of a debate under their themes, in the order in which the themes first occur. */
export function themesOf(debate: Debate): Theme[] {
  const themes = new Map<string | null, Position[]>()
  for (const position of debate.positions.values()) {
    const group = themes.get(position.theme)
    if (group) group.push(position)
    else themes.set(position.theme, [position])
  }
  return [...themes].map(([title, positions]) => ({ title, positions }))
}

/** The themes with only the positions whose title, proposition or summary holds every word of the filter. */
export function narrowed(themes: readonly Theme[], filter: string): Theme[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean)
  return themes
    .map(({ title, positions }) => ({
      title,
      positions: positions.filter((position) => {
        const text = `${position.title} ${position.proposition} ${position.summary}`.toLowerCase()
        return words.every((word) => text.includes(word))
      }),
    }))
    .filter(({ positions }) => positions.length > 0)
}
