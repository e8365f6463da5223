import { useMemo } from 'react'
import type { Source } from '../model/debate'
import { useDebate } from '../store'
import { Quotes, quotesOf, Title } from './Edges'
import page from './page.module.css'

/** A source whose text was left out of the map: says so, and shows the quotes that are known of it. */
export function NoText({ source }: { source: Source }) {
  const debate = useDebate((state) => state.debate)
  const quotes = useMemo(() => quotesOf(debate, source.id), [debate, source.id])
  return (
    <div className={page.page}>
      <Title source={source} />
      <div className={page.foot}>
        <p>
          The text itself is not in this map.{' '}
          {quotes.length > 0
            ? 'These are the words of it that the map quotes.'
            : 'Nothing of it is quoted.'}
        </p>
        <Quotes quotes={quotes} />
      </div>
    </div>
  )
}
