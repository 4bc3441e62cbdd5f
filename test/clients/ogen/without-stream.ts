import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';

/** Copies the contract without the stream of a message that is answered. */
const [, , from, to] = process.argv as [string, string, string, string];
const document = parse(readFileSync(from, 'utf8'));
const { content } = document.paths['/api/conversations/{conversation_id}/messages'].post.responses['201'];
if (content['text/event-stream'] === undefined) throw new Error('There is no stream to take out any more.');
delete content['text/event-stream'];
writeFileSync(to, JSON.stringify(document));
