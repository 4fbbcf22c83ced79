const ID = 'mainmenutd_calls';

/** An entry in Dolibarr's top menu, made of its last one; returns what takes it away again. Pages without a menu have none. */
export function addMenuEntry(document: Document, label: string, title: string, press: () => void): () => void {
  // of a script that died without a word
  document.getElementById(ID)?.remove();
  const end = document.querySelector('#id-top ul.tmenu > li.tmenuend');
  const like = end?.previousElementSibling?.cloneNode(true);
  if (!end || !(like instanceof HTMLElement)) return () => undefined;
  like.id = ID;
  like.className = 'tmenu';
  for (const link of like.querySelectorAll('a')) {
    link.removeAttribute('id');
    link.classList.replace('tmenusel', 'tmenu');
    link.href = '#';
    link.title = title;
    link.addEventListener('click', (event) => {
      event.preventDefault();
      press();
    });
  }
  const icon = like.querySelector('.topmenuimage');
  const text = like.querySelector('.mainmenuaspan');
  if (icon) {
    icon.className = 'mainmenu topmenuimage';
    const sign = document.createElement('span');
    // fa-phone has the colour of telephone numbers in Dolibarr's themes
    sign.className = 'fas fa-phone-alt';
    // up to 16 or so the sign is drawn by a rule for each entry's own class, and any other has the colour of links
    if (icon.querySelector('.tmenuimage')) sign.style.cssText = 'color:var(--colortextbackhmenu);line-height:23px';
    icon.replaceChildren(sign);
  }
  if (text) text.textContent = label;
  end.before(like);
  return () => like.remove();
}
