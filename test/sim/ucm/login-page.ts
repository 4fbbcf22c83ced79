/** The UCM's web UI, as far as it is needed: a page a person can open to accept the certificate. */
export const LOGIN_PAGE = `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Grandstream | UCM6302</title>
<style>body{font:16px sans-serif;background:#1b2a41;color:#fff;display:grid;place-items:center;height:100vh;margin:0}
form{display:grid;gap:12px;width:280px}input,button{font:inherit;padding:8px;border:0;border-radius:4px}
button{background:#2f80ed;color:#fff}</style></head>
<body><form id="login"><h1>UCM6302</h1><input name="username" placeholder="Username" autocomplete="off">
<input name="password" type="password" placeholder="Password" autocomplete="off"><button type="button">Login</button></form>
</body></html>
`;
