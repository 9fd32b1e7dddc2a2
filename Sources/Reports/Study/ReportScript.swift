/// The program of a page.
///
/// It shows explanations on a click, sorts, filters and copies tables, and writes values under the
/// pointer. The page says everything without it.
///
/// It is written without `<` and `&`, so that nothing in it can be taken for markup.
enum ReportScript {
  static let program = start + explanations + tables + copying + pointer + end

  private static let start = """
    (function () {
      'use strict';
      function make(name, text, look) {
        var node = document.createElement(name);
        if (text) { node.textContent = text; }
        if (look) { node.className = look; }
        return node;
      }
      function each(list, body) { Array.prototype.forEach.call(list, body); }

    """

  private static let explanations = """
      var store = document.getElementById('explanations');
      var book = store ? JSON.parse(store.textContent) : { words: [], items: {} };
      var box = make('dialog', '', 'why-box');
      box.setAttribute('aria-labelledby', 'why-title');
      document.body.appendChild(box);
      function word(place) { return book.words[place] || ''; }
      function part(title, lines) {
        var full = lines.filter(function (line) { return line; });
        if (full.length === 0) { return; }
        box.appendChild(make('h3', title));
        var list = make('ul');
        full.forEach(function (line) {
          var entry = make('li');
          if (typeof line === 'string') { entry.textContent = line; } else { entry.appendChild(line); }
          list.appendChild(entry);
        });
        box.appendChild(list);
      }
      function linked(text, item) {
        var whole = make('span', text);
        if (item) {
          if (known(item)) {
            whole.appendChild(document.createTextNode(text ? ' → ' : ''));
            var link = make('a', item);
            link.href = '#why-' + item;
            whole.appendChild(link);
          } else if (!text) { whole.textContent = item; }
        }
        return whole;
      }
      function known(item) { return Object.prototype.hasOwnProperty.call(book.items, item); }
      function target(link) {
        try { return decodeURIComponent(link).slice(5); } catch (error) { return ''; }
      }
      function explain(item) {
        if (!known(item)) { return false; }
        var found = book.items[item];
        box.textContent = '';
        var title = make('h2', word(found.t));
        title.id = 'why-title';
        box.appendChild(title);
        if (word(found.a)) { box.appendChild(make('p', word(found.a), 'answer')); }
        if (word(found.c)) { box.appendChild(make('p', word(found.c), 'quiet')); }
        part('How', [word(found.f), word(found.k)]);
        part('From', found.i.map(function (input) {
          var source = word(input[2]);
          return linked(word(input[0]) + ': ' + word(input[1]) + (source ? ' (' + source + ')' : ''),
            word(input[3]));
        }));
        part('Bound by', found.b.map(word));
        part('Assumed', found.s.map(word));
        part('Data', found.d.map(word));
        part('Note', found.n.map(word));
        part('See also', found.r.map(function (place) { return linked('', word(place)); }));
        var close = make('button', 'Close');
        close.type = 'button';
        close.addEventListener('click', function () { box.close(); });
        box.appendChild(close);
        if (!box.open) { box.showModal(); }
        box.scrollTop = 0;
        return true;
      }
      function follow() {
        if (location.hash.indexOf('#why-') === 0) { explain(target(location.hash)); }
      }
      box.addEventListener('close', function () {
        if (location.hash.indexOf('#why-') === 0) {
          history.replaceState(null, '', location.pathname + location.search);
        }
      });
      box.addEventListener('click', function (event) { if (event.target === box) { box.close(); } });
      window.addEventListener('hashchange', follow);
      document.addEventListener('click', function (event) {
        var link = event.target.closest('a[href^="#why-"]');
        if (link) {
          event.preventDefault();
          explain(target(link.getAttribute('href')));
          return;
        }
        var cell = event.target.closest('td.number');
        var first = cell ? cell.parentNode.querySelector('a.why') : null;
        if (first) { explain(target(first.getAttribute('href'))); }
      });

    """

  private static let tables = """
      function number(text) {
        var clean = text.replace(/[,\\s%$]/g, '').replace('\\u2212', '-').replace('\\u221e', 'Infinity');
        return clean === '' ? NaN : Number(clean);
      }
      function order(table, column, isDown) {
        var body = table.tBodies[0];
        var rows = Array.prototype.slice.call(body.rows);
        var totals = rows.filter(function (row) { return row.classList.contains('total'); });
        rows = rows.filter(function (row) { return !row.classList.contains('total'); });
        var keys = new Map(rows.map(function (row) {
          return [row, row.cells[column].textContent.trim()];
        }));
        var sign = isDown ? -1 : 1;
        rows.sort(function (one, other) {
          var a = keys.get(one), b = keys.get(other), x = number(a), y = number(b);
          if (isNaN(x) || isNaN(y)) {
            if (!isNaN(x)) { return -1; }
            if (!isNaN(y)) { return 1; }
            return sign * a.localeCompare(b);
          }
          return sign * (x - y);
        });
        rows.concat(totals).forEach(function (row) { body.appendChild(row); });
      }
      var shown = 15;
      function prepare(table) {
        var rows = Array.prototype.slice.call(table.tBodies[0].rows);
        var heads = Array.prototype.slice.call(table.tHead.rows[0].cells);
        var bar = make('div', '', 'tools');
        var chosen = {};
        var wanted = '';
        var isWhole = shown + 5 >= rows.length;
        var count = make('span', '', 'quiet');
        count.setAttribute('role', 'status');
        function refresh() {
          var seen = 0, passing = 0;
          each(table.tBodies[0].rows, function (row) {
            var fits = Object.keys(chosen).every(function (place) {
              return !chosen[place] || row.cells[place].textContent.trim() === chosen[place];
            });
            if (fits) { fits = !wanted || row.textContent.toLowerCase().indexOf(wanted) > -1; }
            if (fits) { passing += 1; }
            row.hidden = !fits || !(isWhole || shown > seen);
            if (!row.hidden) { seen += 1; }
          });
          count.textContent = seen === rows.length ? '' : seen + ' of ' + passing + ' rows';
          more.hidden = isWhole || shown + 1 > passing;
        }
        var more = make('button', 'Show all rows');
        more.type = 'button';
        more.addEventListener('click', function () { isWhole = true; refresh(); });
        heads.forEach(function (head, place) {
          var name = head.textContent;
          var button = make('button', name, 'sort');
          button.type = 'button';
          head.textContent = '';
          head.appendChild(button);
          button.addEventListener('click', function () {
            var isDown = head.getAttribute('aria-sort') === 'ascending';
            heads.forEach(function (other) { other.removeAttribute('aria-sort'); });
            head.setAttribute('aria-sort', isDown ? 'descending' : 'ascending');
            order(table, place, isDown);
            refresh();
          });
          if (!head.dataset.filter) { return; }
          var values = [];
          rows.forEach(function (row) {
            var value = row.cells[place].textContent.trim();
            if (values.indexOf(value) === -1) { values.push(value); }
          });
          if (2 > values.length) { return; }
          var label = make('label', name + ' ');
          var select = make('select');
          select.appendChild(new Option('all', ''));
          values.forEach(function (value) { select.appendChild(new Option(value, value)); });
          select.addEventListener('change', function () {
            chosen[place] = select.value;
            refresh();
          });
          label.appendChild(select);
          bar.appendChild(label);
        });
        if (rows.length > shown + 5) {
          var find = make('label', 'Find ');
          var field = make('input');
          field.type = 'search';
          field.addEventListener('input', function () {
            wanted = field.value.trim().toLowerCase();
            refresh();
          });
          find.appendChild(field);
          bar.appendChild(find);
        }
        bar.appendChild(copier(table));
        bar.appendChild(count);
        var holder = table.closest('.scroll');
        holder.parentNode.insertBefore(bar, holder);
        holder.parentNode.insertBefore(more, holder.nextSibling);
        refresh();
      }

    """

  private static let copying = """
      function field(text) {
        var clean = text.trim();
        if (/^[=+@\\-]/.test(clean)) { if (isNaN(number(clean))) { clean = "'" + clean; } }
        if (/^[-\\u2212]?\\d{1,3}(,\\d{3})*(\\.\\d+)?$/.test(clean)) {
          clean = clean.replace(/,/g, '').replace('\\u2212', '-');
        }
        return /[",\\n]/.test(clean) ? '"' + clean.replace(/"/g, '""') + '"' : clean;
      }
      function copier(table) {
        var button = make('button', 'Copy as CSV');
        button.type = 'button';
        button.addEventListener('click', function () {
          var rows = Array.prototype.filter.call(table.rows, function (row) { return !row.hidden; });
          var text = rows.map(function (row) {
            return Array.prototype.map.call(row.cells, function (cell) {
              return field(cell.textContent);
            }).join(',');
          }).join('\\r\\n') + '\\r\\n';
          function done() {
            button.textContent = 'Copied';
            setTimeout(function () { button.textContent = 'Copy as CSV'; }, 1500);
          }
          function byHand() {
            var area = make('textarea', text);
            document.body.appendChild(area);
            area.select();
            document.execCommand('copy');
            area.remove();
            done();
          }
          if (navigator.clipboard) {
            navigator.clipboard.writeText(text).then(done, byHand);
          } else { byHand(); }
        });
        return button;
      }
      each(document.querySelectorAll('main table'), prepare);

    """

  private static let pointer = """
      var tip = make('div', '', 'tip');
      tip.hidden = true;
      tip.setAttribute('aria-hidden', 'true');
      document.body.appendChild(tip);
      each(document.querySelectorAll('svg [data-label] title'), function (title) { title.remove(); });
      document.addEventListener('pointermove', function (event) {
        var mark = event.target.closest ? event.target.closest('svg [data-label]') : null;
        tip.hidden = !mark;
        if (!mark) { return; }
        tip.textContent = mark.dataset.label + (mark.dataset.value ? ': ' + mark.dataset.value : '');
        var left = Math.min(event.clientX + 14, innerWidth - tip.offsetWidth - 8);
        tip.style.left = Math.max(4, left) + 'px';
        tip.style.top = event.clientY + 18 + 'px';
      });

    """

  private static let end = """
      follow();
    })();

    """
}
