// The page: editors, panels and keys, wired together.

// `isReady` once all editors are there, `isFilling` while it is not a person who writes.
let schema = null, shownOperation = '', running = null, isReady = false, isFilling = false;

const docs = new Docs(byID('side-schema'));
const headers = new Editor(byID('headers'), {
  label: 'Request headers, one Name: value a line; kept for this tab only',
  read: readHeaders,
  changed: ({text}) => remember('headers', text, 'sessionStorage'),
});
const variables = new Editor(byID('variables'), {
  label: 'Variables as JSON', read: readVariables,
  complete: cursor => suggestJSON(variables.json, schema, cursor), changed: keepDraft,
});
const query = new Editor(byID('query'), {
  label: 'Query', read: readQuery,
  complete: cursor => suggest(query.document, schema, cursor),
  changed: queryChanged, moved: cursorMoved,
});
query.comments = true;
const answer = new AnswerPanel(place => {
  showView('ask');
  query.select(query.offset(place));
});
const runs = new RunHistory(byID('side-history'), reopen);
const showInput = tabs(byID('inputs'));
for (const id of ['examples', 'side-examples']) byID(id).append(exampleList(chooseExample));

// Editors

function readQuery(text) {
  const document = parse(text);
  return {document, tokens: document.all, problems: text.trim() ? check(document, schema) : []};
}

function readVariables(text) {
  const json = parseJSON(text);
  return {json, tokens: json.all, problems: checkVariablesJSON(json, currentOperation(), schema)};
}

function readHeaders(text) {
  try {
    headerFields(text);
    return {tokens: [], problems: []};
  } catch ({message}) {
    return {tokens: [], problems: [{start: 0, end: text.length, message, severity: 'error'}]};
  }
}

function operations() {
  return query?.document.definitions.filter(({kind}) => kind === 'operation') ?? [];
}

// The operation that would run: the one chosen, or the first. Not there yet while editors are made.
function currentOperation() {
  if (!isReady) return null;
  const all = operations();
  return all.find(({name}) => name?.text === shownOperation) ?? all[0];
}

function queryChanged() {
  if (!isReady) return;
  listOperations();
  variables.update();
  if (linkedRequest() && !isFilling) history.replaceState(null, '', location.pathname);
  keepDraft();
}

function keepDraft() {
  if (!isReady) return;
  remember('draft', {query: query.text, variables: variables.text});
}

// The operation around the cursor is the one to run.
function cursorMoved() {
  if (!isReady) return;
  const {cursor} = query;
  const here = operations().find(({start, end}) => start <= cursor && cursor <= end);
  if (here?.name && here.name.text !== shownOperation) {
    shownOperation = here.name.text;
    listOperations();
    variables.update();
  }
  showHint(cursor);
}

function listOperations() {
  const all = operations(), current = currentOperation(), choice = byID('operation');
  choice.hidden = all.length < 2;
  choice.replaceChildren(...all.map(({name, type}) => make('option', {
    value: name?.text ?? '', selected: name?.text === current?.name?.text,
  }, `${type} ${name?.text ?? '(without a name)'}`)));
  const isMutation = current?.type === 'mutation';
  byID('changes').hidden = !isMutation;
  byID('ask').classList.toggle('mutation', isMutation);
  if (!running) byID('run').querySelector('span').textContent = isMutation ? 'Run mutation' : 'Run';
}

// Says what the name at the cursor is, with a way to its documentation.
function showHint(cursor) {
  const token = query.document.tokens.find(({target, start, end}) =>
    target && start <= cursor && cursor <= end);
  const {type, field, directive, argument} = token?.target ?? {};
  const owner = schema?.types.get(type);
  const members = owner ? [...schema.fields(owner), ...owner.inputFields ?? []] : [];
  const definition = field ? members.find(({name}) => name === field) : owner;
  const described = argument ? definition?.args.find(({name}) => name === argument) : definition;
  const key = JSON.stringify(token?.target ?? null);
  if (byID('hint').dataset.key === key) return;
  byID('hint').dataset.key = key;
  if (!described && !directive) return byID('hint').replaceChildren();
  const name = directive ? `@${directive}` : argument ? `${argument}:`
    : field ? `${type}.${field}` : type;
  byID('hint').replaceChildren(
    button(name, () => {
      openSide('schema');
      docs.open(token.target, {hasFocus: true});
    }, {title: 'Open the documentation'}),
    make('span', {class: 't-type'}, described?.type ? typeText(described.type) : ''),
    make('span', {class: 'about'}, prose(described?.description?.split('\n')[0])));
}

// Running

async function run() {
  if (running) return running.abort();
  const operation = currentOperation(), operationName = operation?.name?.text ?? '';
  let fields, values;
  try {
    fields = headerFields(headers.text);
    values = variables.text.trim() ? JSON.parse(variables.text) : {};
  } catch ({message}) {
    notify(`Not sent: ${message}`);
    return undefined;
  }
  const type = operation?.type ?? 'query', text = query.text;
  running = new AbortController();
  setRunning(true);
  try {
    const found = await send({
      query: text, variables: values, extensions: {stats: true},
      ...(operationName && {operationName}),
    }, fields, running.signal);
    showAnswer(found, text);
    runs.add({
      query: text, variables: variables.text, operationName, type, time: Date.now(),
      title: operationName || operation?.set?.items[0]?.name?.text || type,
    });
    if (type === 'mutation') showFacts();
  } catch (error) {
    notify(error.name === 'AbortError' ? 'Stopped.' : `There was no answer: ${error.message}`);
  } finally {
    running = null;
    setRunning(false);
  }
  return undefined;
}

function setRunning(isRunning) {
  byID('run').classList.toggle('running', isRunning);
  byID('result').setAttribute('aria-busy', isRunning);
  if (isRunning) byID('run').querySelector('span').textContent = 'Stop';
  else listOperations();
}

function showAnswer(found, text) {
  answer.put(found);
  showView('result');
  if (innerWidth < 1200) showSidePanel(false);
  const errors = found.body?.errors ?? [];
  const outcome = errors.length ? `${counted(errors.length, 'error')}: ${errors[0].message}`
    : 'Answered';
  announce(`${outcome} in ${Math.round(found.milliseconds)} milliseconds.`);
  if (query.text !== text) return;
  query.placeProblems(errors.filter(({locations}) => locations?.length).map(error => {
    const start = query.offset(error.locations[0]);
    const token = query.tokens.find(token => token.start <= start && start < token.end);
    return {start, end: token?.end ?? start + 1, message: error.message, severity: 'error'};
  }));
}

// Filling the editors

function fill(request, chosen = request.operationName ?? '') {
  isFilling = true;
  shownOperation = chosen;
  query.text = request.query;
  variables.text = request.variables ?? '';
  isFilling = false;
  listOperations();
  if (variables.text.trim()) showInput('tab-variables');
}

function reopen(entry) {
  fill(entry);
  showView('ask');
  query.area.focus();
}

function chooseExample(example) {
  fill(example);
  answer.view = example.view;
  answer.hasChosen = true;
  if (history.state !== null || location.search) history.replaceState(null, '', location.pathname);
  run();
}

function tidy() {
  const text = prettify(query.document);
  if (text === null) return notify('Prettify needs a query without syntax errors.');
  if (text !== query.text) query.insert(0, query.text.length, text);
  if (variables.text.trim() && !variables.json.problems.length) {
    const tidied = `${JSON.stringify(JSON.parse(variables.text), null, 2)}\n`;
    if (tidied !== variables.text) variables.insert(0, variables.text.length, tidied);
  }
  query.area.focus();
  return undefined;
}

async function share() {
  const link = linkTo({
    query: query.text, variables: variables.text,
    operationName: operations().length > 1 ? currentOperation().name?.text : '',
  });
  history.replaceState(null, '', link);
  await copy(link, 'Link');
}

// Schema and facts

async function loadSchema() {
  try {
    const {body} = await send({query: introspectionQuery}, headerFields(headers.text));
    if (!body?.data) throw new Error(body?.errors?.[0].message ?? 'no introspection');
    schema = new Schema(body.data.__schema);
    docs.use(schema);
    query.update();
  } catch ({message}) {
    docs.failed(`The schema could not be had: ${message}`, loadSchema);
  }
}

async function showFacts() {
  const {body} = await send({query: '{ catalog { packageCount gridCount categoryCount } }'},
    headerFields(headers.text));
  const catalog = body?.data?.catalog;
  if (!catalog) return;
  byID('facts').textContent = `${counted(catalog.packageCount, 'package')} · `
    + `${counted(catalog.gridCount, 'grid')} · ${catalog.categoryCount} categories`;
  byID('title').textContent = `${counted(catalog.packageCount, 'package')}, compared in `
    + counted(catalog.gridCount, 'grid');
}

// Keys and buttons

byID('operation').addEventListener('change', ({target}) => {
  shownOperation = target.value;
  const chosen = currentOperation();
  query.area.setSelectionRange(chosen.start, chosen.start);
  listOperations();
  variables.update();
});
byID('run').addEventListener('click', run);
byID('prettify').addEventListener('click', tidy);
byID('share').addEventListener('click', share);

// Keys that work wherever the focus is.
document.addEventListener('keydown', event => {
  const {key, ctrlKey, metaKey, shiftKey} = event;
  if (!ctrlKey && !metaKey) return;
  const action = key === 'Enter' ? run
    : shiftKey && key.toLowerCase() === 'p' ? tidy
    : key.toLowerCase() === 'k' && !shiftKey ? () => {
      openSide('schema');
      docs.search.focus();
    } : null;
  if (!action) return;
  event.preventDefault();
  action();
});

// Beginning. A link fills the editors and runs if it only asks; a mutation waits for someone.
isReady = true;
headers.text = recall('headers', 'sessionStorage') ?? '';
showSidePanel(innerWidth >= 1400 && recall('side') !== false);
const opened = linkedRequest();
fill(opened ?? recall('draft') ?? laidOut(examples[0]));
showFacts().catch(() => { byID('facts').textContent = ''; });
await loadSchema();
if (opened && currentOperation()?.type === 'query' && !query.problems.length) run();
