/** What every rendition says of itself, as XMP: IPTC Photo Metadata Standard 2023.2, chapter 'Core' and 'Extension'. Pure. */

export interface WrittenMetadata {
  readonly creators: readonly string[];
  readonly creditLine: string;
  readonly copyright: string;
  readonly usageTerms: string;
  /** A term or an address of the IPTC's vocabulary. */
  readonly digitalSourceType: string;
}

/** The packet, or null where there is nothing to say. Without padding: nobody edits a rendition in place. */
export function xmpPacket(metadata: WrittenMetadata): string | null {
  const { creators, creditLine, copyright, usageTerms, digitalSourceType } = metadata;
  const parts = [
    creators.length > 0 && `<dc:creator><rdf:Seq>${creators.map((name) => `<rdf:li>${escape(name)}</rdf:li>`).join('')}</rdf:Seq></dc:creator>`,
    copyright !== '' && `<dc:rights>${inDefaultLanguage(copyright)}</dc:rights>`,
    creditLine !== '' && `<photoshop:Credit>${escape(creditLine)}</photoshop:Credit>`,
    usageTerms !== '' && `<xmpRights:UsageTerms>${inDefaultLanguage(usageTerms)}</xmpRights:UsageTerms>`,
    digitalSourceType !== '' && `<Iptc4xmpExt:DigitalSourceType>${escape(digitalSourceType)}</Iptc4xmpExt:DigitalSourceType>`,
  ].filter((part) => part !== false);
  if (parts.length === 0) return null;
  const names = Object.entries(namespaces).filter(([prefix]) => parts.some((part) => part.startsWith(`<${prefix}:`)));
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""${
    names.map(([prefix, address]) => ` xmlns:${prefix}="${address}"`).join('')}>${parts.join('')}</rdf:Description></rdf:RDF></x:xmpmeta>`;
}

const namespaces = {
  dc: 'http://purl.org/dc/elements/1.1/',
  photoshop: 'http://ns.adobe.com/photoshop/1.0/',
  xmpRights: 'http://ns.adobe.com/xap/1.0/rights/',
  Iptc4xmpExt: 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/',
};

function inDefaultLanguage(text: string): string {
  return `<rdf:Alt><rdf:li xml:lang="x-default">${escape(text)}</rdf:li></rdf:Alt>`;
}

function escape(text: string): string {
  // eslint-disable-next-line no-control-regex
  const allowed = text.toWellFormed().replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '');
  return allowed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
