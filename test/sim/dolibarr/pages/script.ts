/** What lib_foot does that a visitor notices: the "…" tabs open under the mouse, the menus of small screens on a tap. */
export const LIB_FOOT = `/* simulated */
document.querySelectorAll('[id^="moretabsList"]').forEach((list) => {
  const holder = list.parentElement;
  holder.addEventListener('mouseenter', () => list.classList.add('shown'));
  holder.addEventListener('mouseleave', () => list.classList.remove('shown'));
});
document.querySelector('#mainmenutd_menu')?.addEventListener('click', (event) => {
  event.preventDefault();
  document.body.classList.toggle('sidebar-open');
});
document.querySelector('.login-dropdown-a')?.addEventListener('click', (event) => {
  event.preventDefault();
  event.currentTarget.parentElement.classList.toggle('open');
});
`;

export const LIB_HEAD = '/* simulated lib_head */\n';
