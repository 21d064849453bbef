// The part of the k6 script that is the same for every design: sending a request, and drawing think times.
/** Expects `http`, `sleep` and `STREAMS` to be there. */
export const PROGRAM = `const BASE_URL = (__ENV.BASE_URL || 'http://localhost:8080').replace(/\\/+$/, '');

function run(name) {
  const { method, path, tags, think } = STREAMS[name];
  http.request(method, BASE_URL + path, null, { tags: { ...tags, name: method + ' ' + path } });
  if (think !== null) sleep(draw(think) / 1000);
}

/** A time in ms of a distribution. */
function draw(spec) {
  switch (spec.type) {
    case 'gamma':
      return spec.scale * standardGamma(spec.shape);
    case 'mixture':
      return -Math.log(1 - Math.random()) * (Math.random() < spec.share ? spec.first : spec.second);
    case 'lognormal':
      return Math.exp(spec.mu + spec.sigma * standardNormal());
    case 'uniform':
      return spec.min + (spec.max - spec.min) * Math.random();
    case 'pareto':
      return spec.min * Math.pow(1 - Math.random(), -1 / spec.shape);
    case 'weibull':
      return spec.scale * Math.pow(-Math.log(1 - Math.random()), 1 / spec.shape);
    case 'empirical':
      return spec.values[Math.floor(Math.random() * spec.values.length)];
    default:
      return spec.value;
  }
}

/** Box and Muller 1958. */
function standardNormal() {
  return Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random());
}

/** Marsaglia and Tsang 2000. */
function standardGamma(shape) {
  if (shape === 1) return -Math.log(1 - Math.random());
  if (shape < 1) return standardGamma(shape + 1) * Math.pow(1 - Math.random(), 1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = standardNormal();
    const v = Math.pow(1 + c * x, 3);
    if (v > 0 && Math.log(1 - Math.random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}
`;
