// The one plot component: axes with units, an allowed band or many curves, hover, SVG and PNG. Data stand in data-plot as JSON.
import * as echarts from '/_static/echarts/6.0.0/dist/echarts.esm.min.mjs';

const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

// Okabe and Ito: told apart with any kind of colour vision.
const PALETTES = {
  light: ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#8a6d00', '#56b4e9', '#777777'],
  dark: ['#56b4e9', '#e69f00', '#2fc49a', '#e39ac6', '#f0e442', '#8fa8ff', '#bbbbbb'],
};
const PHASES = { distribution: '#999999', expansion: '#009e73', contraction: '#d55e00', persistence: '#0072b2' };
const scale = () => (new URLSearchParams(location.search).get('scale') === 'linear' ? 'linear' : 'log');
const early = () => new URLSearchParams(location.search).get('times') === 'early';
function colour(index) {
  const palette = PALETTES[getComputedStyle(document.documentElement).colorScheme === 'dark' ? 'dark' : 'light'];
  return palette[index % palette.length];
}

// Curves over one time axis: faint where there are many, with medians and quartiles above them, or one with its phases.
function curveOptions(data) {
  const ink = token('--ink');
  const muted = token('--muted');
  const line = token('--line');
  const log = scale() === 'log';
  const shown = (y) => (log && !(y > 0) ? null : y);
  const series = [];
  for (const band of data.bands ?? []) {
    const usable = band.points.filter(([, low, , high]) => (!log || low > 0) && high >= low);
    series.push({ type: 'custom', name: band.name, silent: true, clip: true, z: 1, data: [0], renderItem: (params, api) => {
      const points = usable.map(([x, low]) => api.coord([x, low])).concat(usable.map(([x, , , high]) => api.coord([x, high])).reverse());
      return { type: 'polygon', shape: { points }, style: { fill: colour(band.colour), opacity: 0.18 } };
    } });
    series.push({ type: 'line', name: band.name, silent: true, z: 5, symbol: 'none', lineStyle: { width: 3, color: colour(band.colour) },
      itemStyle: { color: colour(band.colour) }, data: band.points.map(([x, , median]) => [x, shown(median)]) });
  }
  for (const curve of data.curves) {
    series.push({
      type: 'line', name: curve.name, z: 3, triggerLineEvent: true, cursor: data.address ? 'pointer' : 'default',
      showSymbol: !curve.faint, symbolSize: curve.marked ? 8 : 5, symbol: 'circle',
      lineStyle: { width: curve.faint ? 1 : 2, opacity: curve.faint ? 0.35 : 1, color: colour(curve.colour) },
      itemStyle: { color: colour(curve.colour) }, emphasis: { lineStyle: { width: 3, opacity: 1 } },
      data: curve.points.map(([x, y]) => [x, shown(y)]),
      markArea: curve.marked && data.spans.length ? {
        silent: true,
        data: data.spans.map((span, i) => [
          { xAxis: span.from, name: span.label, itemStyle: { color: PHASES[span.phase], opacity: 0.16 }, label: { position: ['4', String(4 + 15 * i)], color: ink, fontSize: 12, align: 'left' } },
          { xAxis: span.to },
        ]),
      } : undefined,
    });
  }
  const below = (data.below ?? []).filter(([, y]) => !log || Number.isFinite(y)).map(([x, y]) => [x, log ? y : 0]);
  if (below.length) series.push({ type: 'scatter', name: data.belowName, z: 4, symbol: 'emptyCircle', symbolSize: 8, itemStyle: { color: muted }, data: below });
  if (data.limit) {
    series.push({ type: 'line', name: data.limit.label, data: [], markLine: { silent: true, symbol: 'none', lineStyle: { color: muted, type: 'dashed', width: 1 },
      label: { position: 'insideEndTop', formatter: `${data.limit.label} ${data.limit.value} ${data.unit}`, color: muted }, data: [{ yAxis: data.limit.value }] } });
  }
  const positive = data.curves.flatMap((c) => c.points.map(([, y]) => y)).concat(below.map(([, y]) => y), data.limit ? [data.limit.value] : []).filter((y) => y > 0);
  const groups = data.groupName ? data.groups.map((name, index) => [name, index]) : [];
  return {
    animation: false,
    aria: { enabled: true },
    textStyle: { fontFamily: token('--font'), color: ink },
    grid: { left: 76, right: 24, top: groups.length > 1 ? 44 : 20, bottom: 56 },
    graphic: groups.slice(0, 7).map(([name, index], i) => ({ type: 'text', left: 80 + 130 * i, top: 12, silent: true, style: { text: `● ${i ? '' : data.groupName + ' '}${name}`, fill: colour(index), fontSize: 13 } })),
    tooltip: {
      trigger: 'item', renderMode: 'richText', backgroundColor: token('--surface'), borderColor: line, textStyle: { color: ink },
      formatter: (point) => (Array.isArray(point.value) ? `${point.seriesName}\n${point.value[0]} ${data.timeUnit}: ${point.value[1]} ${data.unit}` : point.seriesName),
    },
    xAxis: { type: 'value', max: early() && data.early ? data.early : undefined, name: data.x, nameLocation: 'middle', nameGap: 34, nameTextStyle: { color: muted }, axisLabel: { color: muted, hideOverlap: true }, axisLine: { lineStyle: { color: line } }, splitLine: { show: false } },
    yAxis: {
      type: log ? 'log' : 'value', name: data.y, nameLocation: 'middle', nameGap: 56,
      min: log && positive.length ? 10 ** Math.floor(Math.log10(positive.reduce((a, b) => Math.min(a, b)))) : undefined,
      nameTextStyle: { color: muted }, axisLabel: { color: muted }, splitLine: { lineStyle: { color: line } },
    },
    dataZoom: [{ type: 'inside', zoomOnMouseWheel: 'ctrl', filterMode: 'none' }],
    series,
  };
}

function options(data) {
  if (data.curves) return curveOptions(data);
  const ink = token('--ink');
  const muted = token('--muted');
  const line = token('--line');
  const accent = token('--accent');
  const stopped = token('--stopped');
  const time = (value) => new Date(value).toLocaleString('sv-SE', { timeZone: data.zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' }).slice(5);
  const outside = data.band ? data.points.filter(([, y]) => y < data.band.min || y > data.band.max) : [];
  const values = data.points.map(([, y]) => y).concat(data.band ? [data.band.min, data.band.max] : []);
  const low = Math.min(...values);
  const high = Math.max(...values);
  const room = (high - low || 1) * 0.06;
  const step = 10 ** Math.floor(Math.log10(high - low || 1)) / 2;
  return {
    animation: false,
    aria: { enabled: true },
    textStyle: { fontFamily: token('--font'), color: ink },
    grid: { left: 70, right: 24, top: 28, bottom: 56 },
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      axisPointer: { type: 'line', lineStyle: { color: muted } },
      backgroundColor: token('--surface'),
      borderColor: line,
      textStyle: { color: ink },
      formatter: ([point]) => `${data.timeline ? time(point.value[0]) : point.value[0]}\n${point.value[1]} ${data.unit}`,
    },
    xAxis: {
      type: data.timeline ? 'time' : data.logX ? 'log' : 'value',
      name: data.x, nameLocation: 'middle', nameGap: 34,
      nameTextStyle: { color: muted }, axisLabel: { color: muted, hideOverlap: true, formatter: data.timeline ? time : undefined },
      axisLine: { lineStyle: { color: line } }, splitLine: { show: false },
    },
    yAxis: {
      type: data.logY ? 'log' : 'value',
      name: data.y, nameLocation: 'middle', nameGap: 48,
      min: data.logY ? undefined : Math.floor((low - room) / step) * step, max: data.logY ? undefined : Math.ceil((high + room) / step) * step,
      nameTextStyle: { color: muted }, axisLabel: { color: muted }, splitLine: { lineStyle: { color: line } },
    },
    dataZoom: [{ type: 'inside' }],
    series: [
      {
        type: 'line', data: data.points, showSymbol: data.points.length < 60, symbolSize: 5, lineStyle: { width: 1.75, color: accent }, itemStyle: { color: accent },
        markArea: data.band ? {
          silent: true, itemStyle: { color: token('--done'), opacity: 0.1 },
          label: { position: 'insideTopLeft', color: token('--done'), fontSize: 12 },
          data: [[{ name: data.band.label, yAxis: data.band.min }, { yAxis: data.band.max }]],
        } : undefined,
        markLine: data.band ? {
          silent: true, symbol: 'none', lineStyle: { color: token('--done'), type: 'dashed', width: 1 }, label: { show: true, position: 'insideEndTop', formatter: `{c} ${data.unit}`, color: token('--done') },
          data: [{ yAxis: data.band.min }, { yAxis: data.band.max }],
        } : undefined,
      },
      { type: 'scatter', data: outside, symbol: 'diamond', symbolSize: 8, itemStyle: { color: stopped }, name: data.outside, tooltip: { show: false } },
    ],
  };
}

function save(name, address) {
  const link = document.createElement('a');
  link.download = name;
  link.href = address;
  link.click();
}

for (const box of document.querySelectorAll('[data-plot]')) {
  const data = JSON.parse(box.dataset.plot);
  const chart = echarts.init(box, null, { renderer: data.curves?.length > 20 ? 'canvas' : 'svg' });
  chart.setOption(options(data));
  addEventListener('resize', () => chart.resize());
  addEventListener('beforeprint', () => chart.resize());
  document.addEventListener('opencgt:theme', () => chart.setOption(options(data), true));
  document.addEventListener('opencgt:scale', () => chart.setOption(options(data), true));
  if (data.address) {
    chart.on('click', (point) => {
      if (data.curves.some((curve) => curve.name === point.seriesName)) location.assign(`${data.address}${encodeURIComponent(point.seriesName)}#one`);
    });
  }
  box.dataset.drawn = 'true';
  const figure = box.closest('figure');
  const name = data.title.replace(/\s+/g, '-');
  figure.querySelector('[data-save=svg]')?.addEventListener('click', () => {
    const drawing = echarts.init(null, null, { renderer: 'svg', ssr: true, width: box.clientWidth, height: box.clientHeight });
    drawing.setOption(options(data));
    const blob = new Blob([drawing.renderToSVGString()], { type: 'image/svg+xml' });
    drawing.dispose();
    save(`${name}.svg`, URL.createObjectURL(blob));
  });
  figure.querySelector('[data-save=png]')?.addEventListener('click', () => {
    const place = document.createElement('div');
    const canvas = echarts.init(place, null, { renderer: 'canvas', width: box.clientWidth, height: box.clientHeight });
    canvas.setOption(options(data));
    save(`${name}.png`, canvas.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: token('--surface') }));
    canvas.dispose();
  });
}

// Linear or logarithmic, all times or the early ones: for all plots of the page at once, kept in its address.
function press() {
  for (const button of document.querySelectorAll('[data-scale]')) button.setAttribute('aria-pressed', String(button.dataset.scale === scale()));
  for (const button of document.querySelectorAll('[data-times]')) button.setAttribute('aria-pressed', String((button.dataset.times === 'early') === early()));
}
for (const button of document.querySelectorAll('[data-scale], [data-times]')) {
  button.addEventListener('click', () => {
    const here = new URL(location.href);
    for (const name of ['scale', 'times']) if (button.dataset[name]) here.searchParams.set(name, button.dataset[name]);
    history.replaceState(null, '', here);
    press();
    document.dispatchEvent(new Event('opencgt:scale'));
  });
}
press();
