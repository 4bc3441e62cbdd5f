import { parseArgs } from 'node:util';
import { type Setting, settings } from '#src/platform/settings.ts';
import { settleDocument } from './generated-document.ts';

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });

const blocks = Object.entries(settings as Readonly<Record<string, Setting>>).map(([name, setting]) => {
  const secret = setting.secret ? ' Secret.' : '';
  return `# ${setting.description}${secret}\n# ${name}=${setting.example ?? ''}\n`;
});
const document = `# Every variable that the gateway reads, made by: npm run env\n\n${blocks.join('\n')}`;

settleDocument('.env.example', document, { check: values.check, command: 'npm run env' });
