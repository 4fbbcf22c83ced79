/** Small drawings in place of the icon font: path data in a square of 16. */
const PATHS: Readonly<Record<string, string>> = {
  home: 'M8 1l7 6h-2v8H9v-5H7v5H3V7H1z',
  building: 'M3 1h10v14h-4v-3H7v3H3zM5 3v2h2V3zm4 0v2h2V3zM5 7v2h2V7zm4 0v2h2V7z',
  'project-diagram': 'M1 2h5v4H1zm9 0h5v4h-5zM5 10h5v4H5zM6 3.5h4v1H6zM3 6h1.2l2.3 4H5.300z',
  suitcase: 'M5 4V2h6v2h4v10H1V4zm1.500 0h3V3.300h-3z',
  'file-invoice-dollar': 'M3 1h7l3 3v11H3zm2 5v1.500h6V6zm0 3v1.500h6V9zm0 3v1h3v-1z',
  'folder-open': 'M1 3h5l1.500 2H13v2H4l-3 6zm3.500 5H16l-3 6H1.500z',
  'calendar-alt':
    'M4 1h1.500v2h5V1H12v2h3v12H1V3h3zM3 6v7h10V6zm1 1h2v2H4zm3 0h2v2H7zm3 0h2v2h-2zM4 10h2v2H4zm3 0h2v2H7z',
  tools: 'M2 1l4 3v2l8 7-2 2-7-8H3L0 3zm9 0h2l-2 3 1 1 3-2v2l-3 3-3-3z',
  bars: 'M1 3h14v2H1zm0 4h14v2H1zm0 4h14v2H1z',
  phone: 'M4 1l2 4-2 1.500c1 2.500 3 4.500 5.500 5.500L11 10l4 2-1 3C6.500 15 1 9.500 1 2z',
  // turned the other way round
  'phone-alt': 'M12 1l-2 4 2 1.500c-1 2.500-3 4.500-5.500 5.500L5 10l-4 2 1 3C9.500 15 15 9.500 15 2z',
  'mobile-alt': 'M4 0h8v16H4zm1.500 2v10h5V2zM7 13v1.500h2V13z',
  fax: 'M1 5h3v10H1zm4-4h8v5h2v9H5zm2 2v3h4V3zm0 5v2h2V8zm3 0v2h2V8zm-3 3v2h2v-2zm3 0v2h2v-2z',
  at: 'M8 1a7 7 0 1 0 4 12.700l-.900-1.200A5.500 5.500 0 1 1 13.500 8c0 1.800-1.800 1.800-1.800.500V5h-1.500v.500a3.200 3.200 0 1 0 .400 5C12 12 15 11.500 15 8a7 7 0 0 0-7-7zm0 5.200a1.800 1.800 0 1 1 0 3.600 1.800 1.800 0 0 1 0-3.600z',
  'map-marker-alt': 'M8 0a5 5 0 0 1 5 5c0 4-5 11-5 11S3 9 3 5a5 5 0 0 1 5-5zm0 3a2 2 0 1 0 0 4 2 2 0 0 0 0-4z',
  search:
    'M6.500 1a5.500 5.500 0 0 1 4.400 8.800l4 4-1.300 1.300-4-4A5.500 5.500 0 1 1 6.500 1zm0 2a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7z',
  user: 'M8 1a3.500 3.500 0 1 1 0 7 3.500 3.500 0 0 1 0-7zM1.500 15c0-4 3-6 6.500-6s6.500 2 6.500 6z',
  'user-circle':
    'M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0zm0 3a2.700 2.700 0 1 0 0 5.400A2.700 2.700 0 0 0 8 3zm0 6.500c-2.200 0-4 1-4.500 2.800a6.500 6.500 0 0 0 9 0C12 10.500 10.200 9.500 8 9.500z',
  'address-book':
    'M2 1h11v14H2zm5.500 3a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM4 12h7c0-2-1.500-3-3.500-3S4 10 4 12zM14 3h1v3h-1zm0 5h1v3h-1z',
  print: 'M4 1h8v4h3v7h-3v3H4v-3H1V5h3zm1.500 1.500V5h5V2.500zm0 7V14h5V9.500z',
  'chevron-left': 'M10 2l1.500 1.500L7 8l4.500 4.500L10 14 4 8z',
  'chevron-right': 'M6 2L4.500 3.500 9 8l-4.500 4.500L6 14l6-6z',
  comments: 'M1 2h10v6H6l-3 2.500V8H1zm11 3h3v7h-2v2.500L10 12H6v-2.500h6z',
  'plus-circle': 'M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0zm-1 4v3H4v2h3v3h2V9h3V7H9V4z',
  plus: 'M7 2h2v5h5v2H9v5H7V9H2V7h5z',
  list: 'M1 3h2v2H1zm4 0h10v2H5zM1 7h2v2H1zm4 0h10v2H5zm-4 4h2v2H1zm4 0h10v2H5z',
  cog: 'M7 0h2l.500 2 1.800.800L13 1.600 14.400 3l-1.200 1.700.800 1.800 2 .500v2l-2 .500-.800 1.800 1.200 1.700-1.400 1.400-1.700-1.200-1.800.800L9 16H7l-.500-2-1.800-.800L3 14.400 1.600 13l1.200-1.700L2 9.500 0 9V7l2-.500.800-1.800L1.600 3 3 1.600l1.700 1.200L6.500 2zm1 5.500a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5z',
  'chart-bar': 'M1 1h1.500v12.500H15V15H1zm3 6h2v5H4zm3-3h2v8H7zm3 2h2v6h-2z',
};

/** Rules that draw every icon in the text's own colour. */
export function iconRules(): string {
  const rules = Object.entries({ ...PATHS, 'user-cog': PATHS['user'] ?? '' }).map(([name, path]) => {
    const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'><path fill-rule='evenodd' d='${path}'/></svg>`;
    return `.fa-${name}{--drawn:url("data:image/svg+xml,${encodeURIComponent(svg)}")}`;
  });
  return `.fas{display:inline-block;width:1em;height:1em;vertical-align:-.125em;background:currentColor;-webkit-mask:var(--drawn) center/contain no-repeat;mask:var(--drawn) center/contain no-repeat}\n${rules.join('\n')}`;
}
