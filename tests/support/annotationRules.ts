/**
 * What the Web Annotation Data Model (W3C Recommendation, 23 February 2017) says that a collection MUST be, as far as it
 * concerns what a map can hold: sections 3.1 (annotations), 3.2.4 (text bodies), 3.3 (agents, times, motivations), 4.1 and
 * 4.2 (specific resources, selectors), 5.1 and 5.2 (collections and pages).
 */
export function brokenRules(collection: unknown): string[] {
  const broken: string[] = []
  const must = (holds: boolean, says: string) => {
    if (!holds) broken.push(says)
  }
  const root = object(collection)
  must(list(root['@context']).includes('http://www.w3.org/ns/anno.jsonld'), '5.1 @context')
  must(isIri(root.id), '5.1 one id')
  must(list(root.type).includes('AnnotationCollection'), '5.1 type')
  must(list(root.label).every(isString), '5.1 label')
  must(isNatural(root.total), '5.1 total')
  if (Number(root.total) > 0) must(root.first !== undefined, '5.1 first')
  if (root.first === undefined) return broken

  const page = object(root.first)
  must(isIri(page.id), '5.2 one id')
  must(list(page.type).includes('AnnotationPage'), '5.2 type')
  must(page.partOf === root.id, '5.2 partOf')
  must(isNatural(page.startIndex), '5.2 startIndex')
  must(Array.isArray(page.items), '5.2 items')
  const items = list(page.items).map(object)
  must(items.length === root.total, '5.1 total is what all pages hold')
  must(new Set(items.map((item) => item.id)).size === items.length, 'ids are unique')
  for (const item of items) annotation(item, must)
  return broken
}

type Must = (holds: boolean, says: string) => void
type Fields = { [Key in Name]?: unknown }
type Name =
  | '@context'
  | 'created'
  | 'modified'
  | 'prefix'
  | 'suffix'
  | 'body'
  | 'creator'
  | 'end'
  | 'exact'
  | 'first'
  | 'format'
  | 'id'
  | 'items'
  | 'label'
  | 'motivation'
  | 'name'
  | 'partOf'
  | 'purpose'
  | 'selector'
  | 'source'
  | 'start'
  | 'startIndex'
  | 'target'
  | 'total'
  | 'type'
  | 'value'

function annotation(item: Fields, must: Must) {
  const at = `${item.motivation} ${item.id}`
  must(isIri(item.id), `3.1 one id: ${at}`)
  must(list(item.type).includes('Annotation'), `3.1 type: ${at}`)
  must(list(item.target).length > 0, `3.1 one target or more: ${at}`)
  must(
    list(item.motivation).every((one) => motivations.has(String(one))),
    `3.3.5: ${at}`,
  )
  for (const key of ['created', 'modified'] as const)
    if (item[key] !== undefined) must(isMoment(item[key]), `3.3.1 ${key}: ${at}`)
  if (item.creator !== undefined) {
    const creator = object(item.creator)
    must(
      list(creator.type).every((one) => agents.has(String(one))),
      `3.3.2 agent: ${at}`,
    )
    must(list(creator.name).every(isString), `3.3.2 name: ${at}`)
  }
  for (const body of list(item.body)) resource(body, must, at)
  for (const target of list(item.target)) resource(target, must, at)
}

/** A body or target: an IRI, a text, or a part of a resource. */
function resource(value: unknown, must: Must, at: string) {
  if (isString(value)) return must(isIri(value), `3.2.1 IRI: ${at}`)
  const fields = object(value)
  if (fields.purpose !== undefined)
    must(
      list(fields.purpose).every((one) => motivations.has(String(one))),
      `3.3.5: ${at}`,
    )
  if (fields.type === 'TextualBody') {
    must(isString(fields.value), `3.2.4 one value: ${at}`)
    must(list(fields.format).length <= 1, `3.2.4 one format at most: ${at}`)
    return
  }
  must(fields.type === 'SpecificResource', `4 type: ${at}`)
  must(isIri(fields.source), `4.1 one source: ${at}`)
  for (const selector of list(fields.selector).map(object)) {
    if (selector.type === 'TextQuoteSelector') {
      must(isString(selector.exact), `4.2.4 one exact: ${at}`)
      for (const key of ['prefix', 'suffix'] as const)
        must(selector[key] === undefined || isString(selector[key]), `4.2.4 ${key}: ${at}`)
    } else if (selector.type === 'TextPositionSelector') {
      must(isNatural(selector.start) && isNatural(selector.end), `4.2.5 ends: ${at}`)
      must(Number(selector.start) <= Number(selector.end), `4.2.5 order: ${at}`)
    } else must(false, `4.2 selector: ${at}`)
  }
}

const object = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}
const list = (value: unknown): unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]
const isString = (value: unknown): value is string => typeof value === 'string'
const isNatural = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= 0
const isIri = (value: unknown): boolean =>
  isString(value) && /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(value)
/** xsd:dateTime in UTC, said with a Z. */
const isMoment = (value: unknown): boolean =>
  isString(value) && /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(value)
const agents = new Set(['Person', 'Organization', 'Software'])
const motivations = new Set(
  'assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating questioning replying tagging'.split(
    ' ',
  ),
)
