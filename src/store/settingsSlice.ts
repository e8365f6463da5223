import type { StateCreator } from 'zustand'

export type Theme = 'light' | 'dark' | 'system'

/** What a person has set for this browser; remembered between visits, the same for every map. */
export interface SettingsSlice {
  theme: Theme
  /** Who signs the notes that are written here. */
  author: string
  /** The share of the window that the reader takes beside the map, 0..1; null where nobody has set it. */
  readerShare: number | null
  /** Whether the words at both ends of a link are folded to their bar at the foot of the canvas. */
  comparisonFolded: boolean

  setTheme(theme: Theme): void
  setAuthor(author: string): void
  setReaderShare(share: number | null): void
  setComparisonFolded(isFolded: boolean): void
}

/** Where settings are remembered: the browser's localStorage, or a plain object in tests. */
export interface SettingsShelf {
  get(key: string): string | null
  set(key: string, value: string): void
}

const isTheme = (value: string | null): value is Theme =>
  value === 'light' || value === 'dark' || value === 'system'

/** A share as it was kept; null where there is none, or none that a window can be parted by. */
function shareOf(kept: string | null): number | null {
  const share = Number(kept || Number.NaN)
  return share > 0 && share < 1 ? share : null
}

export const settingsSlice =
  (shelf: SettingsShelf): StateCreator<SettingsSlice> =>
  (set) => {
    const theme = shelf.get('theme')
    return {
      theme: isTheme(theme) ? theme : 'system',
      author: shelf.get('author') ?? '',
      readerShare: shareOf(shelf.get('readerShare')),
      comparisonFolded: shelf.get('comparison') === 'folded',

      setTheme(next) {
        shelf.set('theme', next)
        set({ theme: next })
      },
      setAuthor(author) {
        shelf.set('author', author)
        set({ author })
      },
      setReaderShare(share) {
        shelf.set('readerShare', share === null ? '' : share.toFixed(3))
        set({ readerShare: share })
      },
      setComparisonFolded(comparisonFolded) {
        shelf.set('comparison', comparisonFolded ? 'folded' : 'open')
        set({ comparisonFolded })
      },
    }
  }

/** The browser's own shelf. Where storage is blocked the settings last for this visit only. */
export function browserShelf(prefix = 'counterpoint:'): SettingsShelf {
  const fallback = new Map<string, string>()
  return {
    get(key) {
      try {
        return localStorage.getItem(prefix + key) ?? fallback.get(key) ?? null
      } catch {
        return fallback.get(key) ?? null
      }
    },
    set(key, value) {
      fallback.set(key, value)
      try {
        localStorage.setItem(prefix + key, value)
      } catch {
        // The fallback has it.
      }
    },
  }
}
