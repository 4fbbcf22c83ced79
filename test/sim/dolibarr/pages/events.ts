import type { AgendaEvent } from '../state';
import { asHtml, icon } from './html';
import { dateText, type Page } from './page';

/** Latest first. */
export function eventsOf(page: Page, fits: (event: AgendaEvent) => boolean): AgendaEvent[] {
  return [...page.instance.state.events.values()].filter(fits).sort((a, b) => b.datep - a.datep || b.id - a.id);
}

/** The events view of version 20 on: one box an event, newest first, a label a day. */
export function messaging(page: Page, events: readonly AgendaEvent[]): string {
  let day = '';
  const items = events.map((event) => {
    const date = dateText(page, event.datep, false);
    const label =
      date === day ? '' : `<li class="time-label"><span class="timeline-badge-date">${asHtml(date)}</span></li>\n`;
    day = date;
    return `${label}<li class="timeline-code-${event.type_code.toLowerCase()}">${icon(event.type_code === 'AC_OTH_AUTO' ? 'cog' : 'user-cog', 'timeline-icon')}<div class="timeline-item"><span class="timeline-header-action">${asHtml(dateText(page, event.datep, true))} <a href="${page.root}/comm/action/card.php?id=${event.id}">${icon('calendar-alt')} ${event.id}</a></span><h3 class="timeline-header"><span class="messaging-author">${asHtml(owner(page, event))}</span> <span class="messaging-title inline-block">${asHtml(titleOf(page, event))}</span></h3>${event.note === '' ? '' : `<div class="timeline-body">${event.note}</div>`}</div></li>`;
  });
  return `<table class="centpercent notopnoleftnoright table-fiche-title"><tr><td class="nobordernopadding valignmiddle col-title"><div class="titre inline-block">${asHtml(page.words.eventsOf)}</div></td><td class="right"><a class="btnTitle btnTitleSelected">${icon('comments')}</a> <a class="btnTitle" href="#">${icon('bars')}</a> <a class="btnTitle btnTitlePlus" href="#">${icon('plus-circle')}</a></td></tr></table>
<div class="div-table-responsive-no-min"><ul class="timeline">${items.join('\n')}</ul></div>`;
}

/** The plain table of events, of older versions and of the foot of a card. */
export function eventTable(page: Page, events: readonly AgendaEvent[], title: string): string {
  const { words } = page;
  const rows = events.map(
    (event) =>
      `<tr class="oddeven"><td class="nowraponall"><a href="${page.root}/comm/action/card.php?id=${event.id}">${icon('calendar-alt')} ${event.id}</a></td><td>${asHtml(owner(page, event))}</td><td>${asHtml(dateText(page, event.datep, true))}</td><td class="tdoverflowmax100">${asHtml(event.type_code === 'AC_OTH_AUTO' ? words.automatic : words.manual)}</td><td>${asHtml(event.label)}</td></tr>`,
  );
  const empty = `<tr class="oddeven"><td colspan="5"><span class="opacitymedium">${asHtml(words.none)}</span></td></tr>`;
  return `<table class="centpercent notopnoleftnoright table-fiche-title"><tr><td class="nobordernopadding valignmiddle col-title"><div class="titre inline-block">${asHtml(title)}</div></td></tr></table>
<div class="div-table-responsive-no-min"><table class="noborder centpercent"><tr class="liste_titre"><th>${words.ref}</th><th>${words.by}</th><th>${words.date}</th><th>${words.kind}</th><th>${words.title}</th></tr>${rows.join('') || empty}</table></div>`;
}

const owner = (page: Page, event: AgendaEvent) => page.instance.state.users.get(event.ownerId)?.firstname ?? '';

const titleOf = (page: Page, event: AgendaEvent) =>
  event.type_code === 'AC_OTH_AUTO' ? event.label : `${page.words.manual} - ${event.label}`;
