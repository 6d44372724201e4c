// The one plot component: axes with units, an allowed band, hover, SVG and PNG. Data stand in data-plot as JSON.
import * as echarts from '/_static/echarts/6.0.0/dist/echarts.esm.min.mjs';

const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function options(data) {
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
  const chart = echarts.init(box, null, { renderer: 'svg' });
  chart.setOption(options(data));
  addEventListener('resize', () => chart.resize());
  addEventListener('beforeprint', () => chart.resize());
  document.addEventListener('opencgt:theme', () => chart.setOption(options(data), true));
  const figure = box.closest('figure');
  const name = data.title.replace(/\s+/g, '-');
  figure.querySelector('[data-save=svg]')?.addEventListener('click', () => {
    const blob = new Blob([chart.renderToSVGString()], { type: 'image/svg+xml' });
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
