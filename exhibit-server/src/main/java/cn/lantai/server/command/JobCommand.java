package cn.lantai.server.command;

import cn.lantai.server.runtime.Job;
import cn.lantai.server.runtime.JobState;
import cn.lantai.server.runtime.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Has a command's work done as a job, and tells the operator how it goes. */
@ApplicationScoped
public class JobCommand {

  private static final int GLANCE = 200;

  @Inject Jobs jobs;

  /**
   * @return whether the job did all that it was asked for
   */
  public boolean run(CommandContext context, String kind, Map<String, String> parameters)
      throws InterruptedException {
    return carryOut(context, kind, parameters).state() == JobState.DONE;
  }

  /** The job as it ended, of which the operator has been told. */
  public Job carryOut(CommandContext context, String kind, Map<String, String> parameters)
      throws InterruptedException {
    Job ended =
        context.online()
            ? follow(context, jobs.enqueue(kind, parameters))
            : jobs.runHere(kind, parameters, context::progress);
    ended.message().lines().forEach(context::say);
    ended.report().ifPresent(report -> context.say("  报告 Report  " + report));
    return ended;
  }

  /** A job that waits for room on the disk ends the command, not itself. */
  private Job follow(CommandContext context, Job asked) throws InterruptedException {
    Job job = asked;
    while (job.state() == JobState.QUEUED || job.state() == JobState.RUNNING) {
      String pace = jobs.pace(job.id());
      context.progress(job.done(), job.total(), job.message() + (pace.isEmpty() ? "" : " " + pace));
      Thread.sleep(GLANCE);
      job = jobs.find(job.id()).orElseThrow();
    }
    return job;
  }
}
