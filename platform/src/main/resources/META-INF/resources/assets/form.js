// Forms of acts: scanners that end with Enter, what a scanned label names, "now", and where to look after an error.
const waiting = new Map();

function local(date) {
  const two = (n) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
    + ` ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-now]');
  if (button) document.getElementById(button.dataset.now).value = local(new Date());
});

// A scanner types the code and Enter: that moves on to the next field and sends nothing, in whatever box it types.
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || !event.target.matches('.act-form input[type=text]')) return;
  event.preventDefault();
  const fields = [...event.target.form.querySelectorAll('input:not([type=hidden]), select, textarea, button')]
    .filter((f) => f.offsetParent !== null && !f.disabled && f.tabIndex >= 0 && f.dataset.now === undefined);
  event.target.dispatchEvent(new Event('change', { bubbles: true }));
  fields[fields.indexOf(event.target) + 1]?.focus();
});

async function lookUp(input) {
  const text = input.value.trim();
  const list = document.getElementById(`${input.id}-list`);
  const hint = document.getElementById(`${input.id}-hint`);
  if (!list || (!text && !input.dataset.kind)) return;
  let found;
  try {
    // In the body, not in the address: what is scanned may be a patient's.
    const asked = new URLSearchParams({ _csrf: input.form.elements._csrf.value, kind: input.dataset.kind, q: text });
    const answer = await fetch('/find/subjects', { method: 'POST', body: asked, headers: { Accept: 'application/json' } });
    if (!answer.ok || answer.redirected) return;
    found = await answer.json();
  } catch {
    document.getElementById('offline').hidden = false;
    return;
  }
  if (input.value.trim() !== text) return;
  list.replaceChildren(...found.map((f) => {
    const option = document.createElement('option');
    option.value = f.ref;
    option.label = [f.name, f.ref, f.status].filter(Boolean).join(' · ');
    return option;
  }));
  const exact = found.find((f) => f.ref === text || f.ref.split(':')[1] === text);
  if (exact) hint.textContent = `✓ ${[exact.kind, exact.name, exact.status].filter(Boolean).join(' · ')}`;
}

document.addEventListener('input', (event) => {
  if (!event.target.matches('input.scan')) return;
  clearTimeout(waiting.get(event.target));
  waiting.set(event.target, setTimeout(() => lookUp(event.target), 250));
});
document.addEventListener('change', (event) => {
  if (event.target.matches('input.scan')) lookUp(event.target);
});
document.addEventListener('focusin', (event) => {
  if (event.target.matches('input.scan') && !event.target.value) lookUp(event.target);
});

// After the server answered: to the list of problems, or the verdict.
document.addEventListener('htmx:afterSettle', () => {
  const problems = document.getElementById('problems');
  const verdict = document.getElementById('verdict');
  if (problems) problems.focus();
  else if (verdict) verdict.scrollIntoView({ block: 'nearest' });
});

// The list of problems leads to fields, also to groups of choices.
document.addEventListener('click', (event) => {
  const link = event.target.closest('.problems a[href^="#"]');
  const target = link && document.getElementById(link.getAttribute('href').slice(1));
  if (!target) return;
  event.preventDefault();
  const control = target.matches('input, select, textarea') ? target : target.querySelector('input, select, textarea');
  (control ?? target).focus();
  target.scrollIntoView({ block: 'center' });
});

// Whoever leaves a form that is partly filled in is asked first.
let touched = false;
document.addEventListener('input', (event) => { if (event.target.closest('.act-form')) touched = true; });
document.addEventListener('htmx:beforeSwap', () => { touched = true; });
document.addEventListener('htmx:beforeOnLoad', (event) => { if (event.detail.xhr.getResponseHeader('HX-Redirect')) touched = false; });
document.addEventListener('click', (event) => { if (event.target.closest('.form-foot a')) touched = false; });
addEventListener('beforeunload', (event) => { if (touched) event.preventDefault(); });
