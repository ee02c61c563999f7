package cn.lantai.server.runtime;

import cn.lantai.journal.Verification;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongConsumer;

/** Holds nothing: the place where the journal and the stages are plugged in. */
@ApplicationScoped
public class EmptyStores implements Stores {

  @Override
  public void open() {}

  @Override
  public void catchUp(LongConsumer progress) {}

  @Override
  public long head() {
    return 0;
  }

  @Override
  public Map<String, Long> positions() {
    return Map.of();
  }

  @Override
  public Map<String, Long> sizes() {
    return Map.of();
  }

  @Override
  public void rebuild(LongConsumer progress) {}

  @Override
  public Verification verify() {
    return new Verification(0, OptionalLong.empty());
  }

  @Override
  public void close() {}
}
