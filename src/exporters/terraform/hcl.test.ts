import { describe, expect, it } from 'vitest';
import { block, Call, expression, quoted, toHcl } from './hcl.ts';

describe('HCL', () => {
  it('quotes texts so that neither templates nor escapes are seen in them', () => {
    expect(['a"b', 'a\\b', '1\n2', '${x}', '%{if x}', '$${x}', '$x %d', '\u0000'].map(quoted)).toEqual([
      '"a\\"b"',
      '"a\\\\b"',
      '"1\\n2"',
      '"$${x}"',
      '"%%{if x}"',
      '"\\u0024\\u0024{x}"',
      '"$x %d"',
      '"\\u0000"',
    ]);
  });

  it('writes blocks as terraform fmt leaves them', () => {
    const inner = block('spec', [], [['deep', { 'a.b': 1, ccc: true }]]);
    const text = toHcl([
      block(
        'resource',
        ['x_y', 'z'],
        [
          ['a', 1],
          ['long_name', expression('var.region')],
          ['list', ['x', 'y']],
          ['json', new Call('jsonencode', [{ k: 'v' }])],
          inner,
          block('empty', [], []),
        ],
      ),
    ]);
    expect(text).toBe(`resource "x_y" "z" {
  a         = 1
  long_name = var.region
  list      = ["x", "y"]
  json = jsonencode([
    {
      k = "v"
    },
  ])

  spec {
    deep = {
      "a.b" = 1
      ccc   = true
    }
  }

  empty {}
}
`);
  });
});
