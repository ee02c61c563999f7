package cn.lantai.server.security;

import cn.lantai.server.runtime.Settings;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.SessionTrackingMode;
import jakarta.servlet.annotation.WebListener;
import java.util.EnumSet;

/**
 * Keeps the session's id in a cookie that scripts cannot read. That other sites' forms cannot use
 * it either (SameSite) is said in {@code payara-web.xml}, the only place where Payara looks for it.
 */
@WebListener
public class SessionCookie implements ServletContextListener {

  @Inject Settings settings;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    var context = event.getServletContext();
    context.setSessionTrackingModes(EnumSet.of(SessionTrackingMode.COOKIE));
    context.setSessionTimeout((int) Sessions.LONGEST_UNUSED.toMinutes());
    SessionCookieConfig cookie = context.getSessionCookieConfig();
    cookie.setName("lantai");
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(settings.isHttps());
  }
}
