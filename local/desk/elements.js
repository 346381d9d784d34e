/** Who is on which side, in the order of the lists. */
export const sideNames = { resident: '居民', staff: '工作人员' }

/** Text only ever becomes text: names and messages come from people. */
export function create(tag, text = '', attributes = {}) {
  const element = document.createElement(tag)
  element.textContent = text
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  return element
}

/** @returns what the local cloud answers; rejects when it refuses */
export async function ask(address) {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address} answered ${response.status}`)
  return response.json()
}

/** The people of a `<select>`, a group for each side. */
export function createPeopleOptions(people) {
  return Object.entries(sideNames).map(([side, label]) => {
    const group = create('optgroup', '', { label })
    for (const { openid, name, description } of people.filter((person) => person.side === side)) {
      group.append(create('option', `${name} · ${description}`, { value: openid }))
    }
    return group
  })
}
