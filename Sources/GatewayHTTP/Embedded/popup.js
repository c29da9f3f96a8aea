// The suggestions at the cursor of an editor. WAI-ARIA, "Combobox": the focus stays in the text,
// and `aria-activedescendant` says which suggestion is meant.

// How many suggestions are listed.
const mostSuggestions = 60;

class Popup {
  constructor(editor) {
    this.editor = editor;
    this.list = make('ul', {
      role: 'listbox', id: `${editor.area.id}-suggestions`, 'aria-label': 'Suggestions',
    });
    this.about = make('p', {class: 'about'});
    this.box = make('div', {
      class: 'popup', hidden: true, mousedown: event => event.preventDefault(),
    }, this.list, this.about);
    document.body.append(this.box);
    const attributes = {
      'aria-autocomplete': 'list', 'aria-haspopup': 'listbox', 'aria-controls': this.list.id,
    };
    for (const [name, value] of Object.entries(attributes)) editor.area.setAttribute(name, value);
    addEventListener('resize', () => this.close());
    editor.scroller.addEventListener('scroll', () => this.isOpen && this.position(this.from));
  }

  get isOpen() {
    return !this.box.hidden;
  }

  covers(cursor) {
    return this.from <= cursor && /^["$\w]*$/.test(this.editor.text.slice(this.from, cursor));
  }

  // Opens or goes on after something was typed.
  follow(inputType, data) {
    const {area} = this.editor;
    if (area.selectionStart !== area.selectionEnd) return;
    const isTyped = inputType === 'insertText' && /^[\w${(@.]$/.test(data ?? '');
    if (isTyped || (this.isOpen && inputType?.startsWith('delete'))) this.open(true);
    else if (inputType === 'insertText') this.close();
  }

  // Lists what may be written at the cursor. `isUnasked` spares someone who has written it already.
  open(isUnasked = false, isQuiet = isUnasked) {
    const {editor} = this, {cursor} = editor;
    const {from, to, word, items} = editor.complete(cursor);
    const isWritten = isUnasked && items[0]?.label === word;
    const isBare = isUnasked && !word && !/[{($@.:[ ]/.test(editor.text[cursor - 1] ?? '');
    if (!items.length || isWritten || isBare) {
      this.close();
      if (!isQuiet) announce('No suggestions.');
      return;
    }
    Object.assign(this, {from, to, items: items.slice(0, mostSuggestions)});
    const option = ({label, detail, isDeprecated}, index) => make('li', {
      role: 'option', id: `${this.list.id}-${index}`, class: isDeprecated ? 'deprecated' : null,
      click: () => this.accept(index),
    }, make('span', {}, label), make('small', {}, detail ?? ''));
    this.list.replaceChildren(...this.items.map(option));
    this.box.hidden = false;
    this.move(isUnasked && !word ? -1 : 0);
    this.position(from);
    editor.paint();
    announce(`${items.length} ${items.length === 1 ? 'suggestion' : 'suggestions'}.`);
  }

  position(from) {
    const {left, bottom, top} = this.editor.rectangle(from), {box} = this;
    const {offsetWidth: width, offsetHeight: height} = box;
    const isBelow = bottom + height + 8 < innerHeight || top < height;
    box.style.left = `${Math.max(4, Math.min(left - 8, innerWidth - width - 8))}px`;
    box.style.top = `${isBelow ? bottom + 4 : top - height - 4}px`;
  }

  // Means the suggestion at a position; none at -1, where Enter should still break the line.
  move(index) {
    const options = this.list.children, option = options[index];
    this.index = index;
    for (const other of options) other.setAttribute('aria-selected', other === option);
    option?.scrollIntoView({block: 'nearest'});
    if (option) this.editor.area.setAttribute('aria-activedescendant', option.id);
    else this.editor.area.removeAttribute('aria-activedescendant');
    const description = this.items[index]?.description;
    this.about.replaceChildren(...prose(description));
    this.about.hidden = !description;
  }

  close() {
    if (!this.isOpen) return;
    this.box.hidden = true;
    this.editor.paint();
    this.editor.area.removeAttribute('aria-activedescendant');
  }

  accept(index = this.index) {
    const {insert, continues} = this.items[index];
    this.close();
    this.editor.replace(this.from, this.to, insert);
    if (continues) this.open(false, true);
  }

  // Whether the key was meant for the suggestions.
  keyDown({key, ctrlKey, shiftKey, isComposing}) {
    if (isComposing) return false;
    if (ctrlKey && key === ' ') {
      this.open();
      return true;
    }
    if (!this.isOpen) return false;
    const {index, items: {length}} = this;
    const next = {
      ArrowDown: (index + 1) % length, ArrowUp: (Math.max(index, 0) + length - 1) % length,
      PageDown: Math.min(index + 8, length - 1), PageUp: Math.max(index - 8, 0),
    }[key];
    if (next !== undefined) this.move(next);
    else if (key === 'Tab' && !shiftKey) this.accept(Math.max(index, 0));
    else if (key === 'Enter' && !ctrlKey && index >= 0) this.accept();
    else if (key === 'Escape') this.close();
    else return false;
    return true;
  }
}
