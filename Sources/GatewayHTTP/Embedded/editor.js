// A text editor: a textarea, with what it holds painted in colours behind it.
//
// The textarea keeps what browsers know of editing (undo, selection, screen readers, touch). Behind
// it lie two sheets of the same text: one in colours, one with the problems underlined.

const pairs = {'{': '}', '(': ')', '[': ']', '"': '"'};

class Editor {
  // `read(text)` gives `{tokens, problems}` and `complete(cursor)` what `suggest` gives.
  constructor(host, {label, read, complete, changed = () => {}, moved = () => {}}) {
    Object.assign(this, {read, complete, changed, moved, problems: [], placed: []});
    this.colours = make('pre', {class: 'sheet'});
    this.underlines = make('pre', {class: 'sheet problems'});
    this.numbers = make('pre', {class: 'numbers', 'aria-hidden': 'true'});
    this.message = make('p', {class: 'message', id: `${host.id}-message`});
    this.area = make('textarea', {
      'aria-label': label, 'aria-describedby': this.message.id, spellcheck: 'false',
      autocapitalize: 'off', autocomplete: 'off', autocorrect: 'off', wrap: 'off', rows: '1',
      id: `${host.id}-text`,
    });
    const sheets = make('div', {class: 'sheets', 'aria-hidden': 'true'},
      this.colours, this.underlines);
    this.page = make('div', {class: 'page'}, sheets, this.area);
    this.scroller = make('div', {class: 'scroller'}, this.numbers, this.page);
    host.classList.add('editor');
    host.append(this.scroller, this.message);
    if (complete) this.popup = new Popup(this);
    this.listen();
    this.update();
  }

  get text() {
    return this.area.value;
  }

  set text(text) {
    this.area.value = text;
    this.placed = [];
    this.update();
  }

  // The problems to show: all but that of the word which the suggestions are about to replace.
  get shown() {
    const {popup} = this;
    return [...this.problems, ...this.placed].filter(({start, end}) =>
      !popup?.isOpen || start !== popup.from || end !== popup.to);
  }

  get cursor() {
    return this.area.selectionStart;
  }

  listen() {
    const {area} = this;
    this.scroller.addEventListener('mousedown', event => {
      if (event.target !== this.scroller && event.target !== this.numbers) return;
      event.preventDefault();
      area.focus();
    });
    area.addEventListener('input', ({inputType, data}) => {
      this.placed = [];
      this.update();
      this.reveal(this.cursor);
      if (!this.isReplacing) this.popup?.follow(inputType, data);
    });
    // The text scrolls with its sheets, never within itself.
    area.addEventListener('scroll', () => {
      area.scrollTop = area.scrollLeft = 0;
      this.reveal(this.cursor);
    });
    area.addEventListener('beforeinput', event => this.beforeInput(event));
    area.addEventListener('keydown', event => this.keyDown(event));
    area.addEventListener('blur', () => this.popup?.close());
    area.addEventListener('mousemove', event => this.hover(event));
    document.addEventListener('selectionchange', () => {
      if (document.activeElement !== area) return;
      this.cursorMoved();
      if (area.selectionStart === area.selectionEnd) this.reveal(this.cursor);
    });
  }

  // Reads the text anew and paints it.
  update() {
    const {text} = this;
    Object.assign(this, this.read(text));
    this.paint();
    this.changed(this);
    this.cursorMoved();
  }

  // Paints without reading, where only what is known of the text has changed.
  paint() {
    const {text, shown: all} = this;
    this.colours.replaceChildren(...spans(text, this.tokens, token =>
      ['punctuator', 'name', 'end'].includes(token.role ?? token.kind) ? null
        : make('span', {class: `t-${token.role ?? token.kind}`}, token.text)), '\n');
    this.underlines.replaceChildren(...spans(text, all, ({start, end, severity}) =>
      make('mark', {class: severity}, text.slice(start, end))), '\n');
    const lines = text.split('\n').length;
    if (lines !== this.lines) {
      this.lines = lines;
      this.numbers.textContent = Array.from({length: lines}, (_, line) => line + 1).join('\n');
    }
    this.area.setAttribute('aria-invalid', all.some(({severity}) => severity === 'error'));
    this.tell();
  }

  // Problems that the server found, shown until the text changes.
  placeProblems(problems) {
    this.placed = problems;
    this.paint();
  }

  cursorMoved() {
    this.tell();
    this.moved(this);
    if (this.popup?.isOpen && !this.popup.covers(this.cursor)) this.popup.close();
  }

  // Says what is wrong at the cursor, or first of all.
  tell() {
    const {shown: all, cursor, message} = this;
    const here = all.find(({start, end}) => start <= cursor && cursor <= end) ?? all[0];
    message.hidden = !here;
    if (!here) return message.replaceChildren();
    const {line, column} = this.lineAndColumn(here.start);
    const key = `${here.start} ${all.length} ${here.message}`;
    if (message.dataset.key === key && message.firstChild) return undefined;
    message.dataset.key = key;
    message.className = `message ${here.severity}`;
    message.replaceChildren(
      button(`${line}:${column}`, () => this.select(here.start, here.end), {
        class: 'place', 'aria-label': `Go to line ${line}, column ${column}`,
      }), ` ${here.message}`,
      all.length > 1 ? make('small', {}, ` and ${all.length - 1} more`) : '');
    return undefined;
  }

  lineAndColumn(offset) {
    const lines = this.text.slice(0, offset).split('\n');
    return {line: lines.length, column: lines.at(-1).length + 1};
  }

  offset({line, column}) {
    const lines = this.text.split('\n').slice(0, line - 1);
    return lines.reduce((sum, text) => sum + text.length + 1, 0) + column - 1;
  }

  select(start, end = start) {
    this.area.focus();
    this.area.setSelectionRange(start, end);
    this.reveal(start);
  }

  // Scrolls a character into view.
  reveal(offset) {
    const spot = this.rectangle(offset), {scroller} = this, margin = 24;
    const view = scroller.getBoundingClientRect(), left = view.left + this.numbers.offsetWidth;
    if (spot.top < view.top) scroller.scrollTop += spot.top - view.top - margin;
    if (spot.bottom > view.bottom) scroller.scrollTop += spot.bottom - view.bottom + margin;
    if (spot.left < left) scroller.scrollLeft += spot.left - left - margin;
    if (spot.left > view.right - margin) scroller.scrollLeft += spot.left - view.right + 2 * margin;
  }

  // Where on the screen a character is.
  rectangle(offset) {
    const walker = document.createTreeWalker(this.underlines, NodeFilter.SHOW_TEXT);
    let left = offset;
    while (walker.nextNode()) {
      const {length} = walker.currentNode;
      if (left <= length) {
        const range = document.createRange();
        range.setStart(walker.currentNode, Math.min(left, length));
        return range.getBoundingClientRect();
      }
      left -= length;
    }
    return this.underlines.getBoundingClientRect();
  }

  // Replaces a part of the text as if it were typed, so that it can be undone. A bar in `text` says
  // where the cursor goes.
  replace(start, end, text, bar = text.indexOf('|')) {
    const plain = bar < 0 ? text : text.slice(0, bar) + text.slice(bar + 1);
    this.insert(start, end, plain);
    if (bar >= 0) this.area.setSelectionRange(start + bar, start + bar);
  }

  insert(start, end, text) {
    const {area} = this;
    area.focus();
    area.setSelectionRange(start, end);
    this.isReplacing = true;
    const isDone = text ? document.execCommand('insertText', false, text)
      : start === end || document.execCommand('delete');
    this.isReplacing = false;
    if (!isDone) {
      area.setRangeText(text, start, end, 'end');
      area.dispatchEvent(new Event('input'));
    }
  }

  // Closes brackets and quotes as they are opened, and keeps the indentation.
  beforeInput(event) {
    if (this.isReplacing || event.isComposing) return;
    const {area, text} = this, {selectionStart: start, selectionEnd: end} = area;
    const {inputType, data} = event, next = text[end] ?? '', before = text[start - 1] ?? '';
    const instead = action => {
      event.preventDefault();
      action();
      this.popup?.follow(inputType, data);
    };
    if (inputType === 'insertLineBreak') {
      instead(() => this.breakLine(start, end));
    } else if (inputType === 'deleteContentBackward' && start === end && pairs[before]
      && pairs[before] === next) {
      instead(() => this.insert(start - 1, start + 1, ''));
    } else if (inputType === 'insertText' && data?.length === 1) {
      const isCloser = Object.values(pairs).includes(data);
      if (isCloser && start === end && next === data) {
        instead(() => area.setSelectionRange(end + 1, end + 1));
      } else if (pairs[data] && start !== end) {
        instead(() => {
          this.insert(start, end, data + text.slice(start, end) + pairs[data]);
          area.setSelectionRange(start + 1, end + 1);
        });
      } else if (pairs[data] && /^[\s)\]},]?$/.test(next)
        && (data !== '"' || !/[\w"\\]/.test(before))) {
        instead(() => this.replace(start, end, `${data}|${pairs[data]}`, 1));
      } else if (isCloser && /^[ \t]*$/.test(this.lineStart(start)) && this.lineStart(start)) {
        const indent = this.lineStart(start).slice(0, -2);
        instead(() => this.insert(start - this.lineStart(start).length, end, indent + data));
      }
    }
  }

  lineStart(offset) {
    return this.text.slice(this.text.lastIndexOf('\n', offset - 1) + 1, offset);
  }

  breakLine(start, end) {
    const {text} = this, indent = /^[ \t]*/.exec(this.lineStart(start))[0];
    const opens = /[{([][ \t]*$/.test(text.slice(0, start));
    const closes = opens && /^[ \t]*[})\]]/.test(text.slice(end));
    const blank = /^[ \t]*/.exec(text.slice(end))[0].length;
    const inner = `\n${indent}${opens ? '  ' : ''}`;
    this.insert(start, end + blank, closes ? `${inner}\n${indent}` : inner);
    const cursor = start + inner.length;
    this.area.setSelectionRange(cursor, cursor);
  }

  keyDown(event) {
    if (this.popup?.keyDown(event)) return event.preventDefault();
    if (event.key === '/' && (event.ctrlKey || event.metaKey) && this.comments) {
      event.preventDefault();
      this.toggleComment();
    }
    return undefined;
  }

  // Puts a `#` before every line of the selection, or takes it away.
  toggleComment() {
    const {text, area} = this, {selectionStart, selectionEnd} = area;
    const start = text.lastIndexOf('\n', selectionStart - 1) + 1;
    const end = (text + '\n').indexOf('\n', selectionEnd);
    const lines = text.slice(start, end).split('\n');
    const isOn = lines.every(line => /^\s*#/.test(line));
    const changed = lines
      .map(line => isOn ? line.replace(/^(\s*)# ?/, '$1') : `# ${line}`).join('\n');
    this.insert(start, end, changed);
    area.setSelectionRange(start, start + changed.length);
  }

  // Shows the message of an underlined part under the pointer.
  hover({clientX: x, clientY: y}) {
    const all = this.shown;
    const marks = [...this.underlines.querySelectorAll('mark')];
    const isUnder = ({left, right, top, bottom}) =>
      left <= x && x <= right && top <= y && y <= bottom;
    const mark = marks.find(element => [...element.getClientRects()].some(isUnder));
    const start = mark && Number(mark.dataset.start);
    this.area.title = mark ? all.find(problem => problem.start === start)?.message ?? '' : '';
  }
}

// A text as children of a sheet: what `element` makes of some parts, and the text between them.
function spans(text, parts, element) {
  const children = [];
  let end = 0;
  for (const part of [...parts].sort((one, other) => one.start - other.start)) {
    if (part.start < end || part.start >= part.end) continue;
    const child = element(part);
    if (!child) continue;
    child.dataset.start = part.start;
    if (part.start > end) children.push(text.slice(end, part.start));
    children.push(child);
    end = part.end;
  }
  if (end < text.length) children.push(text.slice(end));
  return children;
}
