package cn.lantai.server.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Who is signed in on this server, from where; sessions can be ended from another one. */
@ApplicationScoped
public class Sessions {

  /** However busy somebody is, once a day he signs in again. */
  static final Duration LONGEST = Duration.ofHours(12);

  /** So long a session waits for who has left his desk. */
  static final Duration LONGEST_UNUSED = Duration.ofHours(1);

  private static final String ATTRIBUTE = "cn.lantai.session";
  private static final int LONGEST_BROWSER = 200;

  private final Clock clock;
  private final Map<String, Entry> entries = new ConcurrentHashMap<>();

  public Sessions() {
    this(Clock.systemUTC());
  }

  Sessions(Clock clock) {
    this.clock = clock;
  }

  /**
   * A session as its owner sees it.
   *
   * @param handle names it, and opens nothing
   * @param browser what the browser says of itself
   */
  public record Seen(
      String handle, Instant since, Instant last, String address, String browser, boolean own) {}

  /** Remembers the session of somebody who has just signed in. */
  void begin(HttpServletRequest request, String account) {
    Entry entry = new Entry(account, request, clock.instant());
    entries.put(entry.handle, entry);
    request.getSession().setAttribute(ATTRIBUTE, entry);
  }

  /**
   * Whether the session goes on; it ends if it is too old, or was not used for too long.
   *
   * @param used false for what a page asks by itself, whether or not anybody sits before it
   */
  boolean goesOn(HttpServletRequest request, boolean used) {
    Optional<Entry> entry = entry(request);
    Instant now = clock.instant();
    if (entry.filter(each -> each.isGood(now)).isEmpty()) {
      end(request);
      return false;
    }
    if (used) {
      entry.get().last = now;
    }
    return true;
  }

  /** Those of an account, the newest first. */
  List<Seen> of(String account, HttpServletRequest request) {
    Optional<Entry> own = entry(request);
    return entries.values().stream()
        .filter(entry -> entry.account.equals(account))
        .sorted(Comparator.comparing((Entry entry) -> entry.since).reversed())
        .map(
            entry ->
                new Seen(
                    entry.handle,
                    entry.since,
                    entry.last,
                    entry.address,
                    entry.browser,
                    own.filter(entry::equals).isPresent()))
        .toList();
  }

  /**
   * @return how many it were
   */
  int endOne(String account, String handle) {
    return end(entry -> entry.account.equals(account) && entry.handle.equals(handle));
  }

  int endOthers(String account, HttpServletRequest request) {
    Optional<Entry> own = entry(request);
    return end(entry -> entry.account.equals(account) && own.filter(entry::equals).isEmpty());
  }

  int endAll(String account) {
    return end(entry -> entry.account.equals(account));
  }

  static void end(HttpServletRequest request) {
    Optional.ofNullable(request.getSession(false)).ifPresent(Sessions::invalidate);
  }

  private int end(Predicate<Entry> which) {
    List<Entry> ending = entries.values().stream().filter(which).toList();
    ending.forEach(entry -> invalidate(entry.session));
    return ending.size();
  }

  private static void invalidate(HttpSession session) {
    try {
      session.invalidate();
    } catch (IllegalStateException ended) {
      // just what is wanted
    }
  }

  private static Optional<Entry> entry(HttpServletRequest request) {
    return Optional.ofNullable(request.getSession(false))
        .map(session -> session.getAttribute(ATTRIBUTE) instanceof Entry entry ? entry : null);
  }

  /** In the session, which tells it when it ends in whatever way. */
  private final class Entry implements HttpSessionBindingListener {

    private final String handle = UUID.randomUUID().toString();
    private final String account;
    private final HttpSession session;
    private final Instant since;
    private final String address;
    private final String browser;
    private volatile Instant last;

    Entry(String account, HttpServletRequest request, Instant now) {
      this.account = account;
      this.session = request.getSession();
      this.since = now;
      this.last = now;
      this.address = request.getRemoteAddr();
      String agent = Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
      this.browser = agent.substring(0, Math.min(agent.length(), LONGEST_BROWSER));
    }

    boolean isGood(Instant now) {
      return since.plus(LONGEST).isAfter(now) && last.plus(LONGEST_UNUSED).isAfter(now);
    }

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
      entries.remove(handle);
    }
  }
}
