import type { SamplePicture } from '../sample.ts'

/** What is written into the file itself: IPTC's fields of a picture, as XMP. */
export function metadata({ language, credit, caption, alt }: SamplePicture): string {
  const worded = (text: string): string => `<rdf:Alt><rdf:li xml:lang="${language}">${escaped(text)}</rdf:li><rdf:li xml:lang="x-default">${escaped(text)}</rdf:li></rdf:Alt>`
  return `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" photoshop:Credit="${escaped(credit.credit)}"><dc:creator><rdf:Seq><rdf:li>${escaped(credit.creator)}</rdf:li></rdf:Seq></dc:creator><dc:description>${worded(caption)}</dc:description><Iptc4xmpCore:AltTextAccessibility>${worded(alt)}</Iptc4xmpCore:AltTextAccessibility></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
