package cn.lantai.server.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class JobsTest {

  private static final IllegalArgumentException CAUSE = new IllegalArgumentException("第 3 行缺题名");

  @Test
  void theReasonOfAFailureIsWhatItBeganWith() {
    Throwable besideTheJob = new ExecutionException(new ExceptionInInitializerError(CAUSE));
    assertEquals("第 3 行缺题名", Jobs.reason(new IllegalStateException(besideTheJob)));
  }

  @Test
  void whatSaysMoreThanItsCauseIsTheReasonItself() {
    assertEquals("行读不出来", Jobs.reason(new IllegalStateException("行读不出来", CAUSE)));
  }

  @Test
  void aFailureWithoutWordsIsNamed() {
    assertEquals("java.lang.OutOfMemoryError", Jobs.reason(new OutOfMemoryError()));
  }
}
