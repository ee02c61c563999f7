package cn.lantai.server.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.entity.LocalizedText;
import cn.lantai.server.testing.RealApplication;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class JobsIT {

  @Inject Jobs jobs;
  @Inject JobTable table;

  @Deployment
  static WebArchive application() {
    return RealApplication.war().addClasses(JobsIT.class, Recorder.class, Breaker.class);
  }

  /** Records what it was given. */
  @ApplicationScoped
  static class Recorder implements JobKind {

    @Override
    public String name() {
      return "record";
    }

    @Override
    public LocalizedText title() {
      return LocalizedText.of("记录");
    }

    @Override
    public void run(JobContext context) throws Exception {
      context.progress(1, 2, "half");
      Path report = context.reportFolder().resolve("report.txt");
      Files.writeString(report, context.parameters().get("word"));
      context.report(report);
      context.progress(2, 2, "all");
    }
  }

  /** Fails. */
  @ApplicationScoped
  static class Breaker implements JobKind {

    @Override
    public String name() {
      return "break";
    }

    @Override
    public LocalizedText title() {
      return LocalizedText.of("出错");
    }

    @Override
    public void run(JobContext context) {
      throw new IllegalStateException("no paper");
    }
  }

  @Test
  void aJobRunsAndLeavesItsReport() throws Exception {
    Job job = await(jobs.enqueue("record", Map.of("word", "信")));
    assertEquals(JobState.DONE, job.state());
    assertEquals(2, job.done());
    assertEquals("all", job.message());
    assertEquals("reports/" + job.id() + "/report.txt", job.report().orElseThrow());
    assertTrue(job.finishedAt().isPresent());
  }

  @Test
  void aJobThatFailsSaysWhyAndTheNextOneRuns() throws Exception {
    Job broken = jobs.enqueue("break", Map.of());
    Job next = await(jobs.enqueue("record", Map.of("word", "x")));
    assertEquals(JobState.DONE, next.state());
    Job failed = find(broken.id());
    assertEquals(JobState.FAILED, failed.state());
    assertEquals("no paper", failed.message());
  }

  @Test
  void aJobOfAnUnknownKindFails() throws Exception {
    assertEquals(JobState.FAILED, await(jobs.enqueue("unheard-of", Map.of())).state());
  }

  @Test
  void aJobThatRanWhenTheProcessDiedCountsAsInterruptedAndStartsAgain() {
    Job job = table.add("nothing-runs-this", Map.of());
    table.change(job.id(), JobRow::start);
    table.markInterrupted();
    assertEquals(JobState.INTERRUPTED, find(job.id()).state());
    assertEquals(job.id(), table.startNext(kind -> true).orElseThrow().id());
    assertEquals(JobState.RUNNING, find(job.id()).state());
    table.change(job.id(), row -> row.end(JobState.DONE, ""));
  }

  private Job await(Job job) throws InterruptedException {
    // The runner has no call-back; a latch that is never counted down waits without a sleep.
    CountDownLatch never = new CountDownLatch(1);
    for (int i = 0; i < 500 && find(job.id()).isPending(); i++) {
      never.await(20, TimeUnit.MILLISECONDS);
    }
    return find(job.id());
  }

  private Job find(long id) {
    return jobs.newest(100).stream().filter(job -> job.id() == id).findFirst().orElseThrow();
  }
}
