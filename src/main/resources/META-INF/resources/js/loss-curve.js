/** Draws the painter's error over the steps: each step as a faint line, the trend through it as a strong one. */
export class LossCurve {
  #svg;
  #points = new Map();
  #drawing = false;

  /** points: [[step, loss], …] */
  constructor(svg, points) {
    this.#svg = svg;
    for (const [step, loss] of points) this.#points.set(step, loss);
    this.#draw();
  }

  /** Adds the losses of consecutive steps; a step that is told again after a restart replaces the earlier one. */
  add(first, values) {
    values.forEach((loss, index) => this.#points.set(first + index, loss));
    if (this.#drawing) return;
    this.#drawing = true;
    requestAnimationFrame(() => {
      this.#drawing = false;
      this.#draw();
    });
  }

  #draw() {
    const points = [...this.#points].sort(([a], [b]) => a - b);
    this.#svg.classList.toggle('is-empty', points.length < 2);
    if (points.length < 2) return;
    const trend = smooth(points);
    const losses = points.map(([, loss]) => loss);
    const high = quantile(losses, .98) * 1.05;
    const low = Math.min(quantile(losses, .02), ...trend.map(([, loss]) => loss)) * .9;
    const [from, to] = [points[0][0], points.at(-1)[0]];
    const place = ([step, loss]) => [
      600 * (step - from) / Math.max(1, to - from),
      196 - 192 * Math.min(1, Math.max(0, (loss - low) / Math.max(1e-9, high - low))),
    ];
    this.#svg.replaceChildren(
      ...[50, 100, 150].map((y) => path(`M0 ${y}H600`, 'curve-grid')),
      path(line(points.map(place)), 'curve-raw'),
      path(line(trend.map(place)), 'curve-trend'),
    );
  }
}

/** Exponential mean, started so that the first steps do not pull it. */
function smooth(points) {
  const keep = Math.min(.97, 1 - 4 / Math.max(8, points.length));
  let sum = 0;
  let weight = 0;
  return points.map(([step, loss]) => {
    sum = keep * sum + (1 - keep) * loss;
    weight = keep * weight + (1 - keep);
    return [step, sum / weight];
  });
}

function quantile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
}

function line(places) {
  return places.map(([x, y], index) => `${index ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');
}

function path(d, name) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  element.setAttribute('d', d);
  element.setAttribute('class', name);
  element.setAttribute('vector-effect', 'non-scaling-stroke');
  return element;
}
