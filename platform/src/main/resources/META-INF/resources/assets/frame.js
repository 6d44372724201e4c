// What every page has: the box that "/" focuses, the menu, the theme, the time zone, the word when the network is gone.
const year = 60 * 60 * 24 * 365;
const keep = (name, value) => {
  document.cookie = `${name}=${encodeURIComponent(value)};path=/;max-age=${year};samesite=strict`;
};

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone && !document.cookie.includes(`zone=${encodeURIComponent(zone)}`)) keep('zone', zone);

document.addEventListener('keydown', (event) => {
  const typing = event.target.closest('input, textarea, select, [contenteditable]');
  if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const box = document.getElementById('find');
    if (box) {
      event.preventDefault();
      box.focus();
      box.select();
    }
  }
  if (event.key === 'Escape') {
    shut();
    document.querySelector('details.me[open]')?.removeAttribute('open');
  }
});

const side = document.getElementById('side');
const menu = document.getElementById('menu');
function shut() {
  if (side?.classList.contains('open')) {
    side.classList.remove('open');
    menu.setAttribute('aria-expanded', 'false');
    menu.focus();
  }
}
menu?.addEventListener('click', () => {
  const open = side.classList.toggle('open');
  menu.setAttribute('aria-expanded', String(open));
  if (open) side.querySelector('a').focus();
});
document.addEventListener('click', (event) => {
  if (side?.classList.contains('open') && !side.contains(event.target) && !menu.contains(event.target)) shut();
  const me = document.querySelector('details.me[open]');
  if (me && !me.contains(event.target)) me.removeAttribute('open');
});

document.getElementById('theme')?.addEventListener('click', () => {
  const root = document.documentElement;
  const next = root.dataset.bsTheme === 'dark' ? 'light' : 'dark';
  root.dataset.bsTheme = next;
  root.dataset.theme = next;
  keep('theme', next);
  document.dispatchEvent(new CustomEvent('opencgt:theme'));
});

const offline = document.getElementById('offline');
const network = () => { offline.hidden = navigator.onLine; };
addEventListener('online', network);
addEventListener('offline', network);
document.addEventListener('htmx:sendError', () => { offline.hidden = false; });
document.addEventListener('htmx:afterRequest', (event) => { if (event.detail.xhr.status > 0) offline.hidden = true; });
network();

// An answer that is no page of its own leaves what was typed where it is, and is told above it.
const trouble = document.getElementById('trouble');
const otherwise = trouble.querySelector('span').textContent;
document.addEventListener('htmx:beforeRequest', () => { trouble.hidden = true; });
document.addEventListener('htmx:beforeSwap', (event) => {
  if (event.detail.xhr.status === 503 && event.detail.serverResponse.includes('id="problems"')) {
    event.detail.shouldSwap = true; // the form again, with what is the matter
    event.detail.isError = false;
  }
});
document.addEventListener('htmx:responseError', (event) => {
  const told = new DOMParser().parseFromString(event.detail.xhr.responseText, 'text/html').querySelectorAll('main h1, main h1 + p');
  trouble.querySelector('span').textContent = [...told].map((e) => e.textContent).join('. ') || otherwise;
  trouble.hidden = false;
});
