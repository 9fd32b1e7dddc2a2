extension Browser {
  /// A script that returns what is wrong with the pictures of a page: texts that overlap or stick
  /// out, pictures without a name, ids used twice, and a page wider than its window.
  public static let chartScript = """
    const found = [];
    const shown = box => box.width > 0 && box.height > 0;
    const ids = {};
    for (const element of document.querySelectorAll('[id]')) {
      if (ids[element.id]) found.push('id twice: ' + element.id);
      ids[element.id] = true;
    }
    for (const svg of document.querySelectorAll('svg')) {
      const names = (svg.getAttribute('aria-labelledby') || '').split(' ').filter(Boolean);
      const named = svg.getAttribute('aria-label') || svg.getAttribute('aria-hidden') === 'true'
        || (names.length > 0 && names.every(name => {
          const target = document.getElementById(name);
          return target && target.textContent.trim() !== '';
        }));
      if (!named) found.push('svg without a name');
      const frame = svg.getBoundingClientRect();
      if (!shown(frame)) continue;
      const title = (svg.querySelector('title') || {}).textContent || '?';
      const texts = [...svg.querySelectorAll('text')]
        .map(text => {
          const words = [...text.childNodes].filter(n => n.nodeType === 3).map(n => n.data).join('');
          return [text.getBoundingClientRect(), words];
        }).filter(pair => shown(pair[0]));
      texts.forEach(([box, words], place) => {
        if (box.left < frame.left - 1 || box.right > frame.right + 1
          || box.top < frame.top - 1.5 || box.bottom > frame.bottom + 1.5) {
          found.push(title + ' | sticks out: ' + words + ' by ' + [frame.left - box.left,
            box.right - frame.right, frame.top - box.top, box.bottom - frame.bottom]
            .map(Math.round).join(' '));
        }
        for (const [other, more] of texts.slice(place + 1)) {
          const across = Math.min(box.right, other.right) - Math.max(box.left, other.left);
          const down = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
          if (across > 0.6 && down > 0.6) found.push(title + ' | overlap: ' + words + ' / ' + more);
        }
      });
    }
    const page = document.scrollingElement;
    if (page.scrollWidth > window.innerWidth + 1) {
      found.push('page of ' + page.scrollWidth + ' in a window of ' + window.innerWidth);
    }
    return found;
    """

  /// A script that returns the layouts that are shown: one for each picture.
  public static let layoutScript = """
    return [...document.querySelectorAll('.c-chart')].map(chart =>
      [...chart.querySelectorAll(':scope > svg')].filter(svg => svg.getBoundingClientRect().width > 0)
        .map(svg => svg.getAttribute('class')).join('+'));
    """
}
