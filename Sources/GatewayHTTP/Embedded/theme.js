// Runs in the head, before anything is painted: the theme that was chosen here before.
try {
  document.documentElement.dataset.theme = localStorage.getItem('gridql.theme') ?? 'auto';
} catch {
  document.documentElement.dataset.theme = 'auto';
}
