import { spawn } from 'node:child_process';
import { chromium } from '@playwright/test';
const [file, script] = process.argv.slice(2);
const server = spawn(process.execPath, ['/tmp/w/edges/out/main/cli.js', 'serve', file], { stdio: ['ignore', 'pipe', 'inherit'] });
const line = await new Promise((r) => server.stdout.once('data', (d) => r(String(d))));
const address = /http:\/\/127\.0\.0\.1:\d+\/[^\s]+/.exec(line)[0];
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
page.on('pageerror', (e) => console.log('PAGEERROR', e.stack?.slice(0, 800)));
page.on('console', (m) => ['error','warning'].includes(m.type()) && console.log('CONSOLE', m.text().slice(0, 600)));
await page.goto(address);
try { await (await import(script)).default(page); } finally { await browser.close(); server.kill(); }
