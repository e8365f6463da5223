import { figures, figureWords, readersAgree, threadFigures, threadWords } from '../parse/figures'
import styles from './howItReads.module.css'

/** How a confidence is to be read, and how true those shown are. */
export function Bands() {
  const usual = figures.bands.find(({ low }) => low === 0.7)
  return (
    <>
      <p>
        0.8 beside a link or a side says: of ten shown at 0.8, careful readers made about eight too.
        Under 0.7 the parser says that it is unsure. The number is that of the rule; it was measured
        on few texts, and is drawn towards the middle.
        {usual &&
          ` Of the ${usual.count} links and sides shown at 0.7 to 0.9 on the marked texts, about ${Math.round(usual.right * 10)} in ten are right.`}
      </p>
      <table className={styles.figures}>
        <caption>Links and sides on the marked texts, by the number shown</caption>
        <thead>
          <tr>
            <th scope="col">Shown at</th>
            <th scope="col">How many</th>
            <th scope="col">Mean shown</th>
            <th scope="col">Right</th>
          </tr>
        </thead>
        <tbody>
          {figures.bands.map(({ low, high, count, shown, right }) => (
            <tr key={low}>
              <th scope="row">
                {low.toFixed(1)} to {high.toFixed(1)}
              </th>
              <td>{count}</td>
              <td>{shown.toFixed(2)}</td>
              <td>{right.toFixed(2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

/** How well each thing is read, on the marked texts. */
export function Reached() {
  return (
    <>
      <p>
        Careful readers marked {figures.blocks} paragraphs of the texts {figures.texts}, and the
        parser is compared with them. F1 weighs how much of what it finds is right against how much
        of what is there it finds; macro is the mean over the kinds of thing. 1 would be perfect.
        Two careful readers agree with each other at {readersAgree.from} to {readersAgree.to}. The
        rules were made while looking at these texts, so expect less on others.
      </p>
      <table className={styles.figures}>
        <caption>On the marked texts of the corpus</caption>
        <thead>
          <tr>
            <th scope="col">What is read</th>
            <th scope="col">Measure</th>
            <th scope="col">Reached</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(figureWords).map(([key, { name, measure, says }]) => (
            <tr key={key}>
              <th scope="row">
                {name}
                <span>{says}</span>
              </th>
              <td className={styles.words}>{measure}</td>
              <td>{figures.figures[key]?.toFixed(2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

/** How well other threads are read, whose structure is known. */
export function Elsewhere() {
  const kinds = Object.entries(threadWords).filter(([kind]) => figures.elsewhere[kind])
  if (kinds.length === 0) return null
  const counted = Object.entries(threadFigures)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a narrow screen it scrolls, by keyboard too
    <section className={styles.scrolls} aria-label="On other threads" tabIndex={0}>
      <table className={styles.figures}>
        <caption>
          On other threads, whose structure is known (F1; empty where there is nothing to compare)
        </caption>
        <thead>
          <tr>
            <th scope="col">Kind of text</th>
            {counted.map(([key, words]) => (
              <th scope="col" key={key}>
                {words.charAt(0).toUpperCase() + words.slice(1)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kinds.map(([kind, words]) => (
            <tr key={kind}>
              <th scope="row">{words}</th>
              {counted.map(([key]) => (
                <td key={key}>{figures.elsewhere[kind]?.[key]?.toFixed(2)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.others}>
        Furniture is counted together with headings, so a text whose headings are its authors’ own
        scores low there.
      </p>
    </section>
  )
}
