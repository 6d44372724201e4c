// Time that matters runs in sight. The end comes from the server; the server's clock is taken from the page's answer.
const clocks = [...document.querySelectorAll('[data-countdown]')];
let ahead = 0;

async function agree() {
  const before = Date.now();
  try {
    const answer = await fetch(location.pathname, { method: 'HEAD' });
    const date = answer.headers.get('Date');
    if (date) ahead = Date.parse(date) - (before + Date.now()) / 2;
  } catch {
    document.getElementById('offline').hidden = false;
  }
}

const two = (n) => String(n).padStart(2, '0');

function show(clock) {
  const end = Date.parse(clock.dataset.end);
  const start = Date.parse(clock.dataset.start);
  const left = end - (Date.now() + ahead);
  const over = left < 0;
  const seconds = Math.floor(Math.abs(left) / 1000);
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  clock.querySelector('[data-digits]').textContent = `${over ? '−' : ''}${hours > 0 ? `${hours}:` : ''}${rest}`;
  const part = Math.max(0, Math.min(1, left / (end - start)));
  clock.querySelector('[data-fill]').setAttribute('width', String(100 * part));
  clock.classList.toggle('tone-ready', !over && part > 0.25);
  clock.classList.toggle('tone-attention', !over && part <= 0.25);
  clock.classList.toggle('tone-stopped', over);
  const word = over ? clock.dataset.over : clock.dataset.left;
  const line = clock.querySelector('[data-word]');
  if (line.textContent !== word) line.textContent = word;
}

if (clocks.length) {
  const tick = () => clocks.forEach(show);
  tick();
  agree().then(tick);
  setInterval(tick, 250);
  setInterval(agree, 60_000);
}

// Each scan moves to the next box; the last one asks the server.
const boxes = [...document.querySelectorAll('.scan-form input')];
boxes.find((b) => !b.value)?.focus({ preventScroll: true });
for (const box of boxes) {
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const next = boxes.slice(boxes.indexOf(box) + 1).find((b) => !b.value);
    if (next) next.focus();
    else box.form.requestSubmit();
  });
}
