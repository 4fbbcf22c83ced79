import type { Version } from '../options';
import { colourRule } from './colours';
import { iconRules } from './icons';

/** style.css.php */
export function styleSheet(version: Version, theme: 'eldy' | 'md', dark: boolean): string {
  return `${colourRule(version, theme, dark)}${BASE}${version < 16 ? OLD_TABS : TABS}${iconRules()}\n`;
}

const BASE = `
* { box-sizing: border-box }
body { margin: 0; background: var(--colorbackbody); color: var(--colortext); font: 15px/1.4 arial, tahoma, verdana, helvetica, sans-serif }
a { color: var(--colortextlink); text-decoration: none }
a:hover { text-decoration: underline }
input, button, select { font: inherit; background: var(--inputbackgroundcolor); color: var(--colortext); border: 0; border-bottom: 1px solid var(--inputbordercolor); padding: 5px }
.inline-block { display: inline-block } .valignmiddle { vertical-align: middle } .floatleft { float: left } .right { text-align: right }
.centpercent { width: 100% } .clearboth { clear: both } .hidden { position: absolute; left: -999em } .opacitymedium { opacity: .5 }
.paddingright { padding-right: 8px } .marginleftonlyshort { margin-left: 4px }
#id-top { position: sticky; top: 0; z-index: 200; display: flex; justify-content: space-between; height: 52px; background: var(--colorbackhmenu1); color: var(--colortextbackhmenu) }
#id-top a { color: var(--colortextbackhmenu) }
ul.tmenu { display: flex; margin: 0 0 0 12px; padding: 0; list-style: none; height: 52px }
li.tmenu, li.tmenusel { text-align: center; padding: 8px 8px 0; font-size: 13px; position: relative; white-space: nowrap }
li.tmenusel::after { content: ''; position: absolute; left: calc(50% - 6px); bottom: 0; border: 6px solid transparent; border-bottom-color: var(--colorbackbody); border-top: 0 }
.tmenucenter { display: flex; flex-direction: column; align-items: center; gap: 3px } .tmenuimage { font-size: 15px; line-height: 1.1 }
li.menuhider { display: none }
.login_block { display: flex; align-items: center; gap: 14px; padding-right: 14px; font-size: 14px }
.login_block_elem { padding: 0 4px } .aversion { font-size: 12px; opacity: .8 }
#topmenu-login-dropdown { position: relative } #topmenu-login-dropdown .dropdown-menu { display: none; position: absolute; right: 0; top: 34px; width: 240px; padding: 16px; background: var(--tooltipbgcolor); color: var(--colortext); box-shadow: 0 2px 10px rgba(0,0,0,.3) }
#topmenu-login-dropdown.open .dropdown-menu { display: block } #topmenu-login-dropdown .dropdown-menu a { color: var(--colortextlink) }
#id-container { display: flex; min-height: calc(100vh - 52px) }
.side-nav { width: 260px; flex: none; background: var(--colorbackvmenu1); border-right: 1px solid rgba(127,127,127,.25) }
#id-left { padding: 24px 12px } .blockvmenusearch { padding: 8px 6px; border-bottom: 1px solid rgba(127,127,127,.4); margin-bottom: 16px; opacity: .7 } .blockvmenusearch input { background: none; border: 0; width: 80% }
.blockvmenu { padding: 12px 6px; border-bottom: 1px solid rgba(127,127,127,.25) } a.vmenu { color: var(--colortextbackvmenu); font-weight: bold } a.vmenu .fas { margin-right: 8px }
#id-right { flex: 1; min-width: 0 } .fiche { margin: 26px 38px 30px 44px }
.badge { display: inline-block; padding: 2px 7px; border-radius: 3px; font-size: 12px; font-weight: bold; color: #fff; background: #aaaabb; line-height: 1.2 }
.badge-status4 { background: #25a580; font-size: 16px; padding: 6px 8px }
.tabBar { padding-top: 14px } .arearef, .arearefnobottom { overflow: hidden; padding: 6px 0 22px } .arearef { border-bottom: 0 }
.photoref { width: 88px; height: 88px; display: grid; place-items: center; font-size: 42px; color: #6c6aa8; background: #fff; box-shadow: 0 0 5px rgba(0,0,0,.25); margin: 8px 30px 4px 0 }
.refid { max-width: 750px } .refname { font-size: 18px; font-weight: bold; color: #25848a } .refidno { font-size: 16px; line-height: 1.6; color: var(--refidnocolor) } .refidno .fas { color: #7a7a44 }
.pagination.paginationref { float: right } .paginationref ul { display: flex; gap: 16px; list-style: none; margin: 0; padding: 0; font-weight: bold } .statusref { float: right; clear: right; margin-top: 14px }
.fichecenter { clear: both; overflow: hidden } .fichehalfleft { float: left; width: calc(50% - 20px) } .fichehalfright { float: right; width: calc(50% - 20px) }
table { border-collapse: collapse } table.tableforfield td { padding: 8px 10px; height: 37px; border-top: 1px solid rgba(127,127,127,.5); border-bottom: 1px solid rgba(127,127,127,.5) } td.titlefield { width: 45%; color: var(--tableforfieldcolor) }
.customer-back, .prospect-back { background: #55955d; color: #fff; border-radius: 4px; padding: 1px 3px }
.tabsAction { text-align: right; margin: 40px 0 46px } .divButAction { margin-left: 15px } .butAction, .butActionDelete, .button { display: inline-block; padding: 10px 11px; border-radius: 3px; font-weight: bold; text-transform: uppercase; background: var(--butactionbg); color: var(--textbutaction) } .butActionDelete { background: var(--butactiondeletebg); color: #633 }
.table-fiche-title { margin: 14px 0 18px } .titre { font-size: 17px; color: var(--colortexttitlenotab) } .btnTitle { padding: 6px 16px; font-size: 24px; opacity: .7 } .btnTitleSelected { border: 1px solid rgba(127,127,127,.5) }
table.noborder { border: 1px solid rgba(127,127,127,.4) } tr.liste_titre { background: var(--colorbacktitle1) } th { text-align: left; font-weight: normal } th, tr.oddeven td { padding: 11px 12px } tr.oddeven { color: var(--oddevencolor); border-bottom: 1px solid rgba(127,127,127,.2) } tr.oddeven:nth-child(odd) { background: var(--colorbacklinepair1) }
.div-table-responsive, .div-table-responsive-no-min { overflow-x: auto; padding-top: 4px } .tdoverflowmax100 { max-width: 100px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap } .nowraponall { white-space: nowrap }
ul.timeline { list-style: none; margin: 0; padding: 0 0 0 50px; border-left: 4px solid rgba(127,127,127,.3); margin-left: 24px } .time-label { margin-left: -76px; margin-bottom: 16px } .timeline-badge-date { background: #0073b7; color: #fff; font-weight: bold; padding: 5px; border-radius: 4px } .timeline > li { position: relative; margin-bottom: 16px } .timeline-icon { position: absolute; left: -59px; top: 10px; opacity: .6 } .timeline-item { margin-left: -26px; border: 1px solid rgba(127,127,127,.4); border-radius: 3px; box-shadow: 0 1px 1px rgba(0,0,0,.1) } .timeline-header { font-size: 15px; font-weight: normal; margin: 0; padding: 10px } .timeline-header-action { float: right; padding: 10px; opacity: .8 } .timeline-body { padding: 10px; border-top: 1px solid rgba(127,127,127,.2); font-size: 13px } .messaging-author { display: inline-block; width: 110px; color: var(--colortextlink) }
.moretabsList { display: none; position: absolute; z-index: 5; background: var(--colorbackbody); box-shadow: 0 0 8px rgba(0,0,0,.3) } .moretabsList.shown { display: block } .popuptab { padding: 8px 16px }
.bodylogin { background: var(--colorbackhmenu1) } .login_center { display: grid; place-items: center; min-height: 100vh } .login_table { background: var(--colorbackbody); padding: 30px; border-radius: 6px; display: grid; gap: 14px; width: 320px } .login_table_title { color: #fff; text-align: center; padding: 16px; font-size: 18px } .login_table .error { color: #a00 }
.optioncssprint #id-top, .optioncssprint .side-nav, .optioncssprint .tabs, .optioncssprint .tabsAction { display: none }
@media (max-width: 767px) { .side-nav { display: none; position: fixed; z-index: 150; top: 52px; bottom: 0 } .sidebar-open .side-nav { display: block } li.menuhider { display: block } .tmenulabel { max-width: 34px; overflow: hidden } .fiche { margin: 20px 9px } .fichehalfleft, .fichehalfright { float: none; width: 100%; margin-bottom: 20px } .login_block { display: none } }
`;

const TABS = `
div.tabs { border-bottom: 2px solid rgba(127,127,127,.4); margin: 0 }
.tabsElem { position: relative } a.tab { padding: 13px 18px 15px; } div.tab.tabactive > a.tab { border-bottom: 3px solid var(--colorbackhmenu1); margin-bottom: -2px; padding-bottom: 14px } a.moretab { padding: 13px 18px }
.imgTabTitle { margin-right: 8px; color: #6c6aa8 }
`;

const OLD_TABS = `
div.tabs { border-bottom: 2px solid rgba(127,127,127,.4); margin: 0 }
.tabsElem { position: relative } a.tab { padding: 14px 16px 12px } div.tab.tabactive > a.tab { border: 1px solid rgba(127,127,127,.5); border-bottom: 0; border-top: 3px solid var(--colorbackhmenu1); background: var(--colorbackbody); margin-bottom: -2px }
.imgTabTitle { margin-right: 8px; color: #6c6aa8 } .tabTitle { padding: 0 14px 0 6px } .tabTitleText { display: none } .side-nav { width: 205px }
`;
