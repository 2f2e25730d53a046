/** A small photograph as an agency sends it: what it shows and whose it is stands inside. */
import sharp from 'sharp';

const xmp = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">
<photoshop:Credit>Keystone</photoshop:Credit>
<dc:creator><rdf:Seq><rdf:li>Zoë Müller</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">Der Gotthardpass am Morgen.</rdf:li></rdf:Alt></dc:description>
<Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">Ein Lastwagen liegt quer auf der Passstrasse.</rdf:li></rdf:Alt></Iptc4xmpCore:AltTextAccessibility>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;

export async function pictureOfAPass(): Promise<Buffer> {
  const sky = { r: 128, g: 150, b: 176 };
  const slope = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600"><path d="M0 420 260 180 420 330 640 120 900 380V600H0z" fill="#4b5a52"/><path d="M0 520q450-120 900 10v70H0z" fill="#d8d2c4"/></svg>');
  return sharp({ create: { width: 900, height: 600, channels: 3, background: sky } }).composite([{ input: slope }]).withXmp(xmp).jpeg({ quality: 82 }).toBuffer();
}
