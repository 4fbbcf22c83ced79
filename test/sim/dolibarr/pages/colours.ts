import type { Version } from '../options';

/** Custom properties on :root in every version (section 7). */
const LIGHT: Readonly<Record<string, string>> = {
  colorbackbody: 'rgb(255,255,255)',
  colortext: 'rgb(0,0,0)',
  colortextlink: 'rgb(10,20,100)',
  colorbackhmenu1: 'rgb(38,60,92)',
  colortextbackhmenu: '#ffffff',
  colorbackvmenu1: 'rgb(250,250,250)',
  colortextbackvmenu: '#000000',
  colorbacktitle1: 'rgb(233,234,237)',
  colortexttitle: 'rgb(0,113,121)',
  colortexttitlenotab: 'rgb(0,113,121)',
  colorbacktabcard1: 'rgb(255,255,255)',
  colorbacktabactive: 'rgb(234,234,234)',
  colorbacklineimpair1: 'rgb(255,255,255)',
  colorbacklinepair1: 'rgb(250,250,250)',
  butactionbg: 'rgb(158,116,168)',
  textbutaction: '#ffffff',
  butactiondeletebg: 'rgb(234,228,225)',
  btncolortext: '#fff',
  inputbackgroundcolor: '#fff',
  inputbordercolor: 'rgba(0,0,0,.2)',
  tableforfieldcolor: '#666',
  refidnocolor: '#444',
  oddevencolor: '#202020',
  tooltipbgcolor: '#fff',
};

const DARK: Readonly<Record<string, string>> = {
  colorbackbody: '#1d1e20',
  colortext: 'rgb(220,220,220)',
  colortextlink: '#4390dc',
  colorbackhmenu1: '#3d3e40',
  colorbackvmenu1: '#2b2c2e',
  colortextbackvmenu: 'rgb(220,220,220)',
  colorbacktitle1: '#2b2d2f',
  colortexttitle: 'rgb(220,220,220)',
  colortexttitlenotab: 'rgb(220,220,220)',
  colorbacktabcard1: '#1d1e20',
  colorbacktabactive: 'rgb(60,60,60)',
  colorbacklineimpair1: '#1d1e20',
  colorbacklinepair1: '#232527',
  butactionbg: 'rgb(103,79,110)',
  butactiondeletebg: '#4a2f2f',
  inputbackgroundcolor: '#2b2d2f',
  inputbordercolor: 'rgba(255,255,255,.2)',
  tableforfieldcolor: '#bbb',
  refidnocolor: '#bbb',
  oddevencolor: 'rgb(220,220,220)',
  tooltipbgcolor: '#2b2d2f',
};

/** Those that came with version 20. */
const NEWER: Readonly<Record<string, readonly [light: string, dark: string]>> = {
  colorblack: ['#000', '#fff'],
  colorwhite: ['#fff', '#000'],
  colorbackgrey: ['#f0f0f0', '#3a3b3d'],
  tablevalidbgcolor: ['rgb(252,248,227)', '#3a3524'],
  heightrow: ['unset', 'unset'],
  inputcolordisabled: ['rgb(80,80,80)', 'rgb(160,160,160)'],
};

const MD: Readonly<Record<string, string>> = {
  colorbackhmenu1: 'rgb(90,80,120)',
  colortextlink: 'rgb(50,30,110)',
  butactionbg: 'rgb(90,80,120)',
};

/** The variables as one rule; dark is the same names with other values, the body has no class for it. */
export function colourRule(version: Version, theme: 'eldy' | 'md', dark: boolean): string {
  const values = { ...LIGHT, ...(theme === 'md' ? MD : {}), ...(dark ? DARK : {}) };
  const newer = version < 20 ? [] : Object.entries(NEWER).map(([name, both]) => [name, both[dark ? 1 : 0]] as const);
  const lines = [...Object.entries(values), ...newer].map(([name, value]) => `  --${name}: ${value};`);
  return `:root {\n${lines.join('\n')}\n}\n`;
}
