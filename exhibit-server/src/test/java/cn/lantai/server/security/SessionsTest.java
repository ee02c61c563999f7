package cn.lantai.server.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.server.presence.PresenceResource;
import cn.lantai.server.runtime.Settings;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionsTest {

  private final Hand clock = new Hand();
  private final Sessions sessions = new Sessions(clock);

  @Test
  void oneThatIsNotUsedForAnHourEnds() {
    Browser browser = signedIn();
    clock.after(Duration.ofMinutes(59));
    assertTrue(sessions.goesOn(browser.request(), true));
    clock.after(Duration.ofMinutes(59));
    assertTrue(sessions.goesOn(browser.request(), true), "since it was used");
    clock.after(Duration.ofMinutes(60));
    assertFalse(sessions.goesOn(browser.request(), true));
    assertTrue(browser.ended);
    assertEquals(0, sessions.of("lin", signedIn("wang").request()).size(), "nobody sees it");
    clock.after(Duration.ofMinutes(-60));
    assertFalse(sessions.goesOn(browser.request(), true), "and does not come back");
  }

  @Test
  void whatAPageAsksByItselfIsNoUse() {
    Browser browser = signedIn();
    for (int minutes = 0; minutes < 59; minutes++) {
      clock.after(Duration.ofMinutes(1));
      assertTrue(sessions.goesOn(browser.request(), false));
    }
    clock.after(Duration.ofMinutes(1));
    assertFalse(sessions.goesOn(browser.request(), false));
    assertTrue(browser.ended);
    assertTrue(
        PresenceResource.class.isAnnotationPresent(Unattended.class), "open forms ask it for ever");
  }

  @Test
  void oneThatIsUsedAllDayEndsAfterTwelveHours() {
    Browser browser = signedIn();
    for (int minutes = 10; minutes < 12 * 60; minutes += 10) {
      clock.after(Duration.ofMinutes(10));
      assertTrue(sessions.goesOn(browser.request(), true));
    }
    clock.after(Duration.ofMinutes(10));
    assertFalse(sessions.goesOn(browser.request(), true));
    assertTrue(browser.ended);
  }

  @Test
  void theContainerKeepsOneAsLongAndNoLonger() {
    Map<String, Object> told = new HashMap<>();
    SessionCookie cookie = new SessionCookie();
    cookie.settings = behindHttps();
    ServletContext context =
        proxy(
            ServletContext.class,
            (method, given) -> {
              told.put(method, given == null ? "" : given[0]);
              return method.equals("getSessionCookieConfig")
                  ? proxy(SessionCookieConfig.class, (name, value) -> told.put(name, value[0]))
                  : null;
            });
    cookie.contextInitialized(new ServletContextEvent(context));
    assertEquals(60, told.get("setSessionTimeout"));
    assertEquals(true, told.get("setSecure"));
    assertEquals(true, told.get("setHttpOnly"));
  }

  private static Settings behindHttps() {
    return new Settings() {
      @Override
      public boolean isHttps() {
        return true;
      }
    };
  }

  private Browser signedIn() {
    return signedIn("lin");
  }

  private Browser signedIn(String account) {
    Browser browser = new Browser();
    sessions.begin(browser.request(), account);
    return browser;
  }

  private interface Answers {
    Object to(String method, Object[] given);
  }

  private static <T> T proxy(Class<T> type, Answers answers) {
    return type.cast(
        Proxy.newProxyInstance(
            SessionsTest.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, given) -> answers.to(method.getName(), given)));
  }

  /** Somebody's browser and what the container keeps of it. */
  private static final class Browser {

    private final Map<String, Object> attributes = new HashMap<>();
    private boolean ended;

    HttpServletRequest request() {
      return proxy(
          HttpServletRequest.class,
          (method, given) ->
              switch (method) {
                case "getSession" -> ended ? null : session();
                case "getRemoteAddr" -> "10.0.0.1";
                default -> null;
              });
    }

    private HttpSession session() {
      return proxy(
          HttpSession.class,
          (method, given) ->
              switch (method) {
                case "getAttribute" -> attributes.get(given[0]);
                case "setAttribute" -> attributes.put((String) given[0], given[1]);
                case "invalidate" -> end();
                default -> null;
              });
    }

    private Object end() {
      ended = true;
      attributes.forEach(
          (name, value) ->
              ((HttpSessionBindingListener) value)
                  .valueUnbound(new HttpSessionBindingEvent(session(), name)));
      return null;
    }
  }

  /** A clock that goes on by hand. */
  private static final class Hand extends Clock {

    private Instant now = Instant.parse("2026-03-01T08:00:00Z");

    void after(Duration time) {
      now = now.plus(time);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
