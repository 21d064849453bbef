import { describe, expect, it } from 'vitest';
import { quotedLabel } from './label.ts';

describe('a Mermaid label', () => {
  it.each([
    ['API Gateway', '"API Gateway"'],
    ['REST/gRPC (v2), ok?', '"REST/gRPC (v2), ok?"'],
    ['say "hi"', '"say #34;hi#34;"'],
    ['a & b; #1', '"a #38; b#59; #35;1"'],
    ['<b>x</b>', '"#60;b#62;x#60;/b#62;"'],
    ['two\r\nlines', '"two<br/>lines"'],
    ['`code` *it*', '"#96;code#96; #42;it#42;"'],
    ['1. first', '"1#46; first"'],
    ['- item', '"#45; item"'],
    ['well-known 1.5 x', '"well-known 1.5 x"'],
    ['order_items _x_', '"order_items #95;x#95;"'],
    [' x ', '"#32;x#32;"'],
    ['any direction TB', '"any direction#32;TB"'],
    ['%%{init}%%', '"#37;#37;#123;init#125;#37;#37;"'],
    ['Größe 日本 🚀', '"Größe 日本 🚀"'],
    ['a\u0000\uD800', '"a\uFFFD\uFFFD"'],
  ])('of %j is %s', (text, label) => {
    expect(quotedLabel(text)).toBe(label);
  });
});
