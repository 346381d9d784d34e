import { ok, refused } from '@contract/action'
import type { Certificate, keepingActions } from '@contract/keeping'
import { command } from '@kernel/cloud'
import { batchesOf, certificateHash } from '@kernel/deletion/certifying'
import { certificates, type CertificateDocument } from '@kernel/deletion/deletionDocuments'
import type { UseCase } from '@kernel/serve'

const A_PAGE = 10

/** Newest first. */
export const listCertificates: UseCase<typeof keepingActions.certificates> = async ({ before }) => {
  const { data } = await certificates
    .where({ number: before === undefined ? command.gt(0) : command.lt(before) })
    .orderBy('number', 'desc')
    .limit(A_PAGE + 1)
    .get()
  const page = data.slice(0, A_PAGE)
  return ok({
    certificates: page.map(view),
    next: data.length > A_PAGE ? (page[A_PAGE - 1]?.number ?? null) : null,
  })
}

/** A certificate, checked against the lists of what was deleted and against the certificate before. */
export const showCertificate: UseCase<typeof keepingActions.certificate> = async ({ number }) => {
  const { data: found } = await certificates.doc(String(number)).get()
  if (!found) return refused('notFound', 'there is no such certificate')
  const contents = (await batchesOf(found.run)).map(({ content }) => content)
  const isWhole = certificateHash(found, contents) === found.hash
  return ok({ ...view(found), whole: isWhole && (await follows(found)) })
}

async function follows({ number, previous }: CertificateDocument): Promise<boolean> {
  if (number === 1) return previous === ''
  const { data: before } = await certificates.doc(String(number - 1)).get()
  return before?.hash === previous
}

const view = ({
  number,
  from,
  at,
  numbers,
  kinds,
  reasons,
  held,
  waiting,
  hash,
  previous,
}: CertificateDocument): Certificate => ({
  number,
  from: from.toISOString(),
  at: at.toISOString(),
  numbers,
  kinds,
  reasons,
  held,
  waiting,
  hash,
  previous,
})
