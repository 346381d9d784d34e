export default defineAppConfig({
  pages: ['pages/home/index', 'pages/mine/records/index', 'pages/mine/setUp/index'],
  subPackages: [
    // Carries the table of regions, which the main package can do without.
    { root: 'pages/returnee', pages: ['register/index', 'done/index'] },
    // What is asked of a person and why is shown there, after sending, and to staff; home can do without.
    { root: 'pages/mine/record', pages: ['index'] },
    { root: 'pages/account', pages: ['join/index', 'myData/index', 'certificates/index', 'risk/index'] },
    {
      root: 'pages/daily',
      pages: [
        'report/index',
        'done/index',
        'household/index',
        'member/index',
        'calendar/index',
        'calls/index',
        'alert/index',
      ],
    },
    // What neighbours tell, and what becomes of it.
    { root: 'pages/tip', pages: ['tell/index', 'receipt/index', 'follow/index', 'mine/index'] },
    {
      root: 'staff',
      pages: [
        'inbox/index',
        'case/index',
        'healthAlert/index',
        'households/index',
        'household/index',
        'places/index',
        'placeImport/index',
        'poster/index',
        'people/index',
        'invite/index',
        'person/index',
        'looks/list/index',
        'looks/find/index',
        'looks/alert/index',
        'text/index',
        'keeping/index',
        'risk/index',
        'risk/edit/index',
        'risk/edition/index',
        'affected/index',
        'policy/index',
        'policy/edit/index',
        'policy/edition/index',
      ],
    },
    // Tips and what they are worth: not all staff have to do with them, and `staff` has little room.
    { root: 'staffTips', pages: ['tip/index', 'desk/index', 'stock/index'] },
  ],
  preloadRule: {
    'pages/home/index': {
      network: 'all',
      packages: ['pages/daily', 'pages/returnee', 'pages/mine/record', 'staff'],
    },
    // Whoever has something to do may well have a tip.
    'staff/inbox/index': { network: 'all', packages: ['staffTips'] },
  },
  darkmode: true,
  themeLocation: 'theme.json',
  window: {
    // WeChat's own bar, which H5 imitates only when told so.
    navigationStyle: 'default',
    navigationBarTitleText: '守望',
    // The names of theme.json, by which WeChat follows day and night; in H5 the stylesheet does.
    navigationBarBackgroundColor: '@bar',
    navigationBarTextStyle: '@barText',
    backgroundColor: '@ground',
    backgroundTextStyle: '@pulled',
    pageOrientation: 'auto',
  },
})
