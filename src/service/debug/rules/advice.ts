// What several rules advise.

export const logInAgain = 'Log in again through the application, and repeat the request with the new credential.'

export const sendSessionToken = 'Send the session token (ory_st_…) that the login returned.'

export const sendExactly = 'Send exactly: Authorization: Bearer <session token>, with one space and no quotes.'

export const fewerCookies =
  "Delete this site's cookies in the browser. In the developer tools, under Application, Cookies, " +
  'find out what sets so many or such long ones.'

export const copyAsCurl =
  "In the application, open the browser's developer tools (F12), Network, right-click the request that lacks its " +
  'session, choose "Copy as cURL", and paste the command here.'
