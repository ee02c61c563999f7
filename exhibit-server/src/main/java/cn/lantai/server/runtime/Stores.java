package cn.lantai.server.runtime;

import cn.lantai.chain.Verification;
import java.util.Map;
import java.util.function.LongConsumer;

/** The journal and its stages, as far as the life of the server is concerned with them. */
public interface Stores {

  /** Called once, when the database is migrated. */
  void open();

  /**
   * Brings the stages up to the end of the journal; from then on they follow it by themselves.
   *
   * @param progress is told the row that was reached
   */
  void catchUp(LongConsumer progress);

  /** The number of the journal's last row. */
  long head();

  /** The journal row that each stage has reached, by the stage's name. */
  Map<String, Long> positions();

  /** How many triples each stage holds, by the stage's name. */
  Map<String, Long> sizes();

  /** Throws the stages away and makes them again from the journal. */
  void rebuild(LongConsumer progress);

  Verification verify();

  /** Called also when {@link #open} or {@link #catchUp} failed half-way. */
  void close();
}
