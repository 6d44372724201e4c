// Pages of analyses: subjects are looked up while one types, and what is wrong is brought into sight.
const box = document.querySelector('[data-subjects]');
let waiting;

async function lookUp() {
  const answer = await fetch(`${box.dataset.subjects}?q=${encodeURIComponent(box.value)}`, { headers: { Accept: 'application/json' } });
  if (!answer.ok || answer.redirected) return;
  document.getElementById('subjects').replaceChildren(...(await answer.json()).map((name) => new Option(name, name)));
}

box?.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(lookUp, 200);
});
box?.addEventListener('focus', () => {
  box.select();
  lookUp();
});

const wrong = document.querySelector('#analysis [aria-invalid=true]');
if (wrong) {
  wrong.closest('details')?.setAttribute('open', '');
  wrong.focus({ preventScroll: true });
}
