/**
 * Français : mêmes exports et mêmes clés que en.ts (le type le vérifie). Un export par écran, pour qu’un petit
 * script n’emporte que les textes qu’il montre.
 */
import type * as en from './en';

export const tab: typeof en.tab = {
  label: 'Appels',
  count: { one: '{count} appel', other: '{count} appels' },
};

export const panel: typeof en.panel = {};

export const options: typeof en.options = {};

export const popup: typeof en.popup = {};

export const call: typeof en.call = {
  direction: { in: 'Entrant', out: 'Sortant', internal: 'Interne', external: 'Transit' },
  outcome: {
    answered: 'Répondu',
    missed: 'Manqué',
    voicemail: 'Messagerie vocale',
    menu: 'Raccroché dans le menu',
    busy: 'Occupé',
    failed: 'Échec',
    unanswered: 'Sans réponse',
  },
  type: {
    direct: 'Direct',
    group: 'Groupe de sonnerie',
    queue: 'File d’attente',
    ivr: 'Menu vocal',
    voicemail: 'Messagerie vocale',
    conference: 'Conférence',
    fax: 'Télécopie',
    forwarded: 'Renvoyé',
  },
  hidden: 'Numéro masqué',
};

export const errors: typeof en.errors = {
  'not-set-up': {
    what: 'L’extension n’est pas encore configurée.',
    next: 'Ouvrez les options et saisissez les adresses du standard téléphonique et de Dolibarr.',
  },
  'no-site-access': {
    what: 'Le navigateur ne permet pas à l’extension d’accéder à {host}.',
    next: 'Ouvrez les options et autorisez l’accès à ce site.',
  },
  offline: {
    what: 'Cet ordinateur est hors ligne.',
    next: 'Les appels seront relus dès que le réseau sera revenu.',
  },
  'ucm-refused': {
    what: 'Rien ne répond à l’adresse {host} : connexion refusée.',
    next: 'Vérifiez le port (8089 en général) et que l’API HTTPS de l’UCM est activée.',
  },
  'ucm-unreachable': {
    what: 'Le standard téléphonique {host} est injoignable.',
    next: 'Vérifiez l’adresse, le réseau et, hors du bureau, le VPN. ({reason})',
  },
  'ucm-unknown-host': {
    what: 'Aucune machine ne porte le nom {host}.',
    next: 'Vérifiez l’orthographe de l’adresse du standard téléphonique.',
  },
  'ucm-timeout': {
    what: 'Le standard téléphonique {host} n’a pas répondu à temps.',
    next: 'Il est peut-être occupé. L’extension réessaie d’elle-même.',
  },
  'ucm-certificate': {
    what: 'Le navigateur ne fait pas confiance au certificat de {host}.',
    next: 'Ouvrez la page du standard téléphonique, acceptez-y son certificat, puis revenez ici.',
  },
  'ucm-certificate-name': {
    what: 'Le certificat de {host} a été établi pour un autre nom.',
    next: 'Utilisez le nom inscrit dans le certificat, ou ouvrez la page du standard téléphonique et acceptez-le.',
  },
  'ucm-certificate-expired': {
    what: 'Le certificat de {host} a expiré, ou l’horloge de cet ordinateur est fausse.',
    next: 'Renouvelez le certificat de l’UCM (System Settings → HTTP Server), ou acceptez-le sur sa page.',
  },
  'ucm-wrong-password': {
    what: 'Le standard téléphonique a refusé l’utilisateur ou le mot de passe.',
    next: 'Saisissez de nouveau le mot de passe de l’utilisateur API. L’extension n’essaie pas deux fois, pour que cette adresse ne soit pas bannie.',
  },
  'ucm-unknown-user': {
    what: 'Le standard téléphonique ne connaît pas cet utilisateur.',
    next: 'Saisissez l’utilisateur API (Integrations → API Configuration), et non l’administrateur des pages web.',
  },
  'ucm-banned': {
    what: 'Le standard téléphonique a banni cet ordinateur pour {seconds} s après des connexions erronées.',
    next: 'Attendez, vérifiez l’utilisateur et le mot de passe, puis testez de nouveau la connexion.',
  },
  'ucm-login-forbidden': {
    what: 'Le standard téléphonique ne laisse pas cet utilisateur se connecter.',
    next: 'Demandez à l’administrateur de l’UCM d’autoriser l’utilisateur API.',
  },
  'ucm-captcha': {
    what: 'Le standard téléphonique demande un captcha, que seule une personne peut résoudre.',
    next: 'Connectez-vous une fois sur sa page web, puis testez de nouveau la connexion.',
  },
  'ucm-no-permission': {
    what: 'Le standard téléphonique ne laisse pas cet utilisateur ou cet ordinateur utiliser son API.',
    next: 'Dans l’UCM, Integrations → API Configuration → HTTPS API : activez-la, vérifiez l’utilisateur et les adresses autorisées.',
  },
  'ucm-not-this-action': {
    what: 'L’utilisateur API n’a pas le droit d’utiliser « {subject} ».',
    next: 'Dans l’UCM, autorisez cette action à l’utilisateur API.',
  },
  'ucm-session-taken': {
    what: 'Un autre programme se connecte avec le même utilisateur API et met fin à notre session.',
    next: 'Donnez à ce navigateur un utilisateur API qui lui soit propre.',
  },
  'ucm-login-paused': {
    what: 'L’extension s’est connectée il y a moins d’une minute et attend avant de recommencer.',
    next: 'Elle réessaie d’elle-même.',
  },
  'ucm-busy': {
    what: 'Le standard téléphonique est occupé et demande d’attendre.',
    next: 'L’extension réessaie d’elle-même dans {seconds} s.',
  },
  'ucm-status': {
    what: 'Le standard téléphonique a répondu par l’erreur {reason}.',
    next: 'Réessayez ; si cela persiste, transmettez le diagnostic à l’assistance.',
  },
  'ucm-answer': {
    what: 'Ce qui répond à l’adresse {host} ne parle pas comme un UCM Grandstream.',
    next: 'Vérifiez l’adresse et le port : 8089 en général, 8443 pour CloudUCM. ({reason})',
  },
  'dolibarr-unreachable': {
    what: 'Dolibarr ({host}) est injoignable.',
    next: 'Vérifiez l’adresse et le réseau. ({reason})',
  },
  'dolibarr-certificate': {
    what: 'Le navigateur ne fait pas confiance au certificat de {host}.',
    next: 'Ouvrez Dolibarr dans un onglet et voyez ce que le navigateur dit de son certificat.',
  },
  'dolibarr-timeout': {
    what: 'Dolibarr n’a pas répondu à temps.',
    next: 'L’extension réessaie d’elle-même.',
  },
  'dolibarr-key': {
    what: 'Dolibarr n’accepte pas la clé API.',
    next: 'Saisissez de nouveau la clé de votre utilisateur : fiche utilisateur → Clé API.',
  },
  'dolibarr-right': {
    what: 'Il manque un droit à l’utilisateur de la clé API dans Dolibarr : {subject}.',
    next: 'Demandez à l’administrateur de l’accorder : Utilisateurs & Groupes → l’utilisateur → Permissions.',
  },
  'dolibarr-api-off': {
    what: 'L’API REST de Dolibarr est désactivée.',
    next: 'Demandez à l’administrateur d’activer le module : Accueil → Configuration → Modules → API/Web services (serveur REST).',
  },
  'dolibarr-address': {
    what: 'Il n’y a pas d’API Dolibarr à l’adresse {host}.',
    next: 'Collez l’adresse de n’importe quelle page de votre Dolibarr ; l’extension trouve le reste.',
  },
  'dolibarr-redirect': {
    what: 'Dolibarr renvoie l’extension vers une autre adresse.',
    next: 'Saisissez l’adresse telle qu’elle figure dans la barre d’adresse une fois Dolibarr ouvert, https compris.',
  },
  'dolibarr-ip': {
    what: 'Dolibarr ne permet pas son API depuis cet ordinateur.',
    next: 'Demandez à l’administrateur d’autoriser cette adresse dans la configuration du module API.',
  },
  'dolibarr-module-off': {
    what: 'Un module de Dolibarr nécessaire est désactivé : {subject}.',
    next: 'Demandez à l’administrateur de l’activer : Accueil → Configuration → Modules.',
  },
  'dolibarr-server': {
    what: 'Dolibarr a signalé une erreur interne ({reason}).',
    next: 'Réessayez plus tard ; si cela persiste, prévenez l’administrateur de Dolibarr.',
  },
  'dolibarr-answer': {
    what: 'Dolibarr a répondu quelque chose d’illisible.',
    next: 'Vérifiez l’adresse ; une page de connexion ou un proxy se trouve peut-être devant Dolibarr.',
  },
  'store-full': {
    what: 'Le disque, ou l’espace accordé au navigateur, est plein.',
    next: 'Libérez de la place ; rien de ce qui est gardé n’est perdu et la lecture reprendra où elle s’est arrêtée.',
  },
  'store-broken': {
    what: 'Ce qui est gardé dans ce navigateur ne peut pas être ouvert.',
    next: 'Fermez les autres fenêtres du navigateur et relancez-le.',
  },
  forbidden: { what: 'Cette page n’a pas le droit de demander cela.', next: 'Rechargez la page.' },
  'invalid-question': { what: 'La page et l’extension ne se comprennent pas.', next: 'Rechargez la page.' },
  'invalid-setting': {
    what: 'Cette valeur ne peut pas être utilisée : {subject}.',
    next: 'Corrigez-la ; l’ancienne valeur a été gardée.',
  },
  aborted: { what: 'L’opération a été arrêtée avant la fin.', next: 'Relancez-la.' },
  unexpected: {
    what: 'Un incident inattendu s’est produit ({reason}).',
    next: 'Réessayez ; si cela persiste, transmettez ces mots à l’assistance.',
  },
};

export const common: typeof en.common = {
  options: 'Options',
  sync: 'Synchroniser maintenant',
  retry: 'Réessayer',
};
