package cn.lantai.server.audit;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Keeps repetitions from filling the log: the first of a kind is noted at once; those that follow
 * within {@link #WINDOW} are counted, and noted in one row with their number when it is over. Where
 * more kinds than a certain number come within a window, the further ones are counted together. A
 * crash loses what has been counted, which is never the first of a kind.
 */
final class RepetitionCount {

  static final Duration WINDOW = Duration.ofMinutes(10);

  private final Consumer<AuditNote> log;
  private final int most;
  private final Ticker ticker;
  private final Map<String, Counted> counted = new LinkedHashMap<>();

  /** What came first, and how often it came since. */
  private static final class Counted {

    private final AuditNote note;
    private final long since;
    private final boolean once;
    private long more;

    Counted(AuditNote note, long since, boolean once) {
      this.note = note;
      this.since = since;
      this.once = once;
    }
  }

  /**
   * @param most how many kinds are told apart within a window
   */
  RepetitionCount(Consumer<AuditNote> log, int most) {
    this(log, most, Ticker.systemTicker());
  }

  RepetitionCount(Consumer<AuditNote> log, int most, Ticker ticker) {
    this.log = log;
    this.most = most;
    this.ticker = ticker;
  }

  /**
   * @param key what makes a kind
   */
  synchronized void note(String key, AuditNote note) {
    count(key, note, false);
  }

  synchronized void noteOnce(String key, AuditNote note) {
    count(key, note, true);
  }

  synchronized void end(String key) {
    Counted known = counted.get(key);
    if (known != null) {
      tell(known);
      counted.remove(key);
    }
  }

  synchronized void endDue() {
    end(WINDOW.toNanos());
  }

  synchronized void flush() {
    end(Long.MIN_VALUE);
  }

  private void count(String key, AuditNote note, boolean once) {
    endDue();
    Counted known = counted.get(key);
    if (known != null) {
      known.more++;
      return;
    }
    if (counted.size() < most) {
      log.accept(note);
      counted.put(key, new Counted(note, ticker.read(), once));
      return;
    }
    String rest = "\0" + note.action() + note.outcome();
    Counted together = counted.get(rest);
    if (together == null) {
      AuditNote many =
          AuditNote.of(note.action())
              .ended(note.outcome())
              .by(note.actor().map(Actor::way).map(RepetitionCount::anybody).orElse(Actor.SERVER))
              .with(AuditKey.MANY, "true");
      log.accept(many);
      counted.put(rest, new Counted(many, ticker.read(), false));
    } else {
      together.more++;
    }
  }

  private static Actor anybody(Way way) {
    return new Actor(way, "", "");
  }

  private void end(long age) {
    Iterator<Counted> all = counted.values().iterator();
    while (all.hasNext()) {
      Counted each = all.next();
      if (ticker.read() - each.since >= age) {
        tell(each);
        all.remove();
      }
    }
  }

  private void tell(Counted known) {
    if (known.more > 0 && !known.once) {
      log.accept(known.note.times(known.more));
      known.more = 0;
    }
  }
}
