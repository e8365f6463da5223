import { useEffect, useMemo, useState } from 'react'
import type { Face, Measure } from '../cards/sizes'
import type { WidthOf } from '../cards/textFit'

const serif = '"Source Serif 4 Variable", "Source Serif 4", Georgia, serif'
const sans = '"Instrument Sans Variable", "Instrument Sans", system-ui, sans-serif'

/** The faces of the cards as CSS has them: weight, size in rem, family. */
const faces: Record<Face, [weight: number, size: number, family: string]> = {
  headline: [400, 0.84375, serif],
  proposition: [400, 0.84375, serif],
  quietProposition: [400, 0.8125, serif],
  quote: [400, 0.78125, serif],
  title: [600, 0.78125, sans],
  loudTitle: [600, 0.84375, sans],
  heading: [400, 1.25, serif],
}

/** Measures texts as this browser sets them; a new measure when the fonts have come. */
export function useMeasure(): Measure {
  const [fonts, setFonts] = useState(0)
  useEffect(() => {
    let isHere = true
    const wanted = Object.values(faces).map(([weight, , family]) =>
      document.fonts.load(`${weight} 16px ${family}`),
    )
    const done = () => isHere && setFonts((times) => times + 1)
    Promise.all(wanted).then(done, done)
    return () => {
      isHere = false
    }
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a font that has come changes every width.
  return useMemo(measureHere, [fonts])
}

function measureHere(): Measure {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16
  const known = new Map<Face, WidthOf>()
  const widthOf = (face: Face): WidthOf => {
    const width = known.get(face) ?? measured(face, rem)
    known.set(face, width)
    return width
  }
  return { widthOf, rem }
}

/** Widths of one face, each piece of text measured once. A hair is added, so that nothing is ever a line short. */
function measured(face: Face, rem: number): WidthOf {
  const [weight, size, family] = faces[face]
  const pen = document.createElement('canvas').getContext('2d')
  if (pen) pen.font = `${weight} ${size * rem}px ${family}`
  const widths = new Map<string, number>()
  return (text) => {
    let width = widths.get(text)
    if (width === undefined) {
      width = (pen?.measureText(text).width ?? text.length * size * rem * 0.5) * 1.006
      widths.set(text, width)
    }
    return width
  }
}
