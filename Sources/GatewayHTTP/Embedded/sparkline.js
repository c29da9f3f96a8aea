// Numbers over time as a line of small bars: `commitsOver52`, and other long lists of numbers.

const isSeries = value => Array.isArray(value) && value.length >= 12
  && value.every(number => typeof number === 'number');

function sparkline(numbers) {
  const most = Math.max(...numbers, 1), step = 2, height = 18;
  const top = number => ((height - 1) * (1 - number / most)).toFixed(1);
  const bars = numbers.map((number, index) =>
    number > 0 ? `M${index * step + 1} ${height}V${top(number)}` : '');
  const total = numbers.reduce((sum, number) => sum + number, 0);
  const said = `${grouped.format(total)} in all, ${grouped.format(most)} at the most, `
    + `${grouped.format(numbers.at(-1))} last`;
  const svg = (tag, attributes, ...children) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };
  const width = numbers.length * step;
  return svg('svg', {
    class: 'sparkline', role: 'img', 'aria-label': said, width, height,
    viewBox: `0 0 ${width} ${height}`,
  }, svg('title', {}, said), svg('path', {class: 'floor', d: `M0 ${height - 0.5}H${width}`}),
  svg('path', {d: bars.join('')}));
}
