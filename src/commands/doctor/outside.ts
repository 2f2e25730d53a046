import { connect } from 'node:net';
import type { Given } from '../command.ts';
import { fine, mind, wrong, type Finding } from './finding.ts';

const ANSWER_WITHIN = 3_000;

/** What stands between the program and others: its address, the proxy in front, the mail server, the clock. */
export async function checkOutside({ settings }: Given): Promise<Finding[]> {
  return [checkAddress(settings), checkProxy(settings), await checkMail(settings), checkClock(settings)].filter((finding) => finding !== null);
}

function checkAddress({ publicUrl, host }: Given['settings']): Finding {
  const { protocol, hostname } = new URL(publicUrl);
  if (protocol === 'https:') return fine(`PUBLIC_URL is ${publicUrl}.`);
  if (isLoopback(hostname) && !isLoopback(host)) {
    return wrong(`The program listens on ${host}, but PUBLIC_URL is ${publicUrl}: feeds, mails and links will lead nowhere for others.`, 'Set PUBLIC_URL to the address under which readers find the newsroom.');
  }
  if (isLoopback(hostname)) return mind(`PUBLIC_URL is ${publicUrl}: only this machine can read the newsroom.`, 'To go public, put a web server with TLS in front and set PUBLIC_URL to its https address.');
  return wrong(`PUBLIC_URL is ${publicUrl}, without TLS: signing in is refused there, since anyone on the way could read the password.`, 'Put a web server with TLS in front and set PUBLIC_URL to its https address.');
}

function checkProxy({ publicUrl, trustedProxy, host }: Given['settings']): Finding | null {
  if (!publicUrl.startsWith('https:') || trustedProxy.length > 0) return null;
  return mind('PUBLIC_URL is https, so a web server stands in front, but TRUSTED_PROXY is not set: every reader seems to come from that server, and limits meet all of them together.', `Set TRUSTED_PROXY to its address${isLoopback(host) ? ', such as 127.0.0.1' : ''}.`);
}

async function checkMail({ smtpUrl }: Given['settings']): Promise<Finding> {
  if (smtpUrl === null) return mind('No mail leaves the house: SMTP_URL is not set. Each mail becomes a file in the data folder and is shown in the desk.', 'Set SMTP_URL and MAIL_FROM.');
  const url = new URL(smtpUrl);
  const port = Number(url.port) || (url.protocol === 'smtps:' ? 465 : 587);
  const where = `${url.hostname}:${port}`;
  return (await answers(url.hostname, port)) ? fine(`The mail server ${where} answers.`) : wrong(`The mail server ${where} does not answer.`, 'Check SMTP_URL, and whether a firewall keeps this machine from it.');
}

function checkClock({ clockOffset }: Given['settings']): Finding | null {
  return clockOffset === 0 ? null : mind(`The clock of the newsroom is moved by ${clockOffset / 1000} seconds.`, 'Take CLOCK_OFFSET away when you have tried what you wanted to try.');
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || host.startsWith('127.');
}

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: ANSWER_WITHIN });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => end(true)).once('timeout', () => end(false)).once('error', () => end(false));
  });
}
