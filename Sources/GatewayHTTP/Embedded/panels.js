// The frame of the page: which panels are shown, how wide they are, in which theme.

// It is painted before anything is put into it.
await new Promise(done => document.hidden ? done() : requestAnimationFrame(() => setTimeout(done)));

// Shows one panel where there is room for one only.
function showView(view) {
  document.querySelector('main').dataset.view = view;
  for (const choice of document.querySelectorAll('.switch button')) {
    choice.setAttribute('aria-pressed', choice.dataset.view === view);
  }
}

const showSide = tabs(byID('sides'));

function showSidePanel(isShown) {
  byID('side').hidden = !isShown;
  byID('side-toggle').setAttribute('aria-expanded', isShown);
}

// Shows one tab of the side panel, wherever there is room for it.
function openSide(name) {
  showSidePanel(true);
  showSide(`tab-${name}`);
  showView('side');
}

// Gives the query so much of the room that it shares with the answer.
function setWidth(percent) {
  const width = Math.round(Math.max(20, Math.min(75, percent)));
  document.documentElement.style.setProperty('--ask', `${width}fr`);
  document.documentElement.style.setProperty('--result', `${100 - width}fr`);
  byID('splitter').setAttribute('aria-valuenow', width);
}

byID('splitter').addEventListener('pointerdown', ({target, pointerId}) => {
  target.setPointerCapture(pointerId);
  target.onpointermove = ({clientX}) => {
    const left = byID('ask').offsetLeft, right = byID('result').getBoundingClientRect().right;
    setWidth((clientX - left) / (right - left) * 100);
  };
});
byID('splitter').addEventListener('pointerup', ({target}) => { target.onpointermove = null; });
byID('splitter').addEventListener('keydown', ({key, target}) => {
  const step = {ArrowLeft: -5, ArrowRight: 5}[key];
  if (step) setWidth(Number(target.getAttribute('aria-valuenow')) + step);
});

for (const choice of document.querySelectorAll('.switch button')) {
  choice.addEventListener('click', () => {
    if (choice.dataset.view === 'side') showSidePanel(true);
    showView(choice.dataset.view);
  });
}
byID('side-toggle').addEventListener('click', () => {
  const isShown = byID('side').hidden;
  showSidePanel(isShown);
  remember('side', isShown);
});
if (/Mac|iPhone|iPad/.test(navigator.platform)) {
  for (const key of document.querySelectorAll('kbd')) {
    if (key.textContent === 'Ctrl') key.textContent = '⌘';
  }
}
byID('theme').value = document.documentElement.dataset.theme;
byID('theme').addEventListener('change', ({target}) => {
  document.documentElement.dataset.theme = target.value;
  try {
    localStorage.setItem('gridql.theme', target.value);
  } catch {
    notify('The browser does not let this page remember the theme.');
  }
});
