package cn.lantai.server.command;

import cn.lantai.server.imports.IngestJob;
import cn.lantai.server.imports.Outcome;
import cn.lantai.server.runtime.Job;
import cn.lantai.server.runtime.JobState;
import cn.lantai.server.runtime.Settings;
import cn.lantai.server.runtime.StageStores;
import cn.lantai.stage.StageKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;

/**
 * Imports a file or a folder, as a job: one that was interrupted goes on at the next start of the
 * server.
 */
@ApplicationScoped
class ImportCommand implements Command {

  @Inject JobCommand job;
  @Inject StageStores stages;
  @Inject Settings settings;

  @Override
  public String name() {
    return "import";
  }

  @Override
  public boolean run(CommandContext context) throws InterruptedException {
    // Reference codes are looked up there.
    new UpToDate(stages, context).bring(StageKind.WORKING);
    Job ended = job.carryOut(context, IngestJob.NAME, parameters(context.arguments()));
    return ended.state() == JobState.DONE
        && Outcome.in(settings.data().resolve("reports/" + ended.id()))
            .filter(Outcome::isClean)
            .isPresent();
  }

  private Map<String, String> parameters(CommandArguments arguments) {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put(IngestJob.FROM, arguments.path(0).orElseThrow().toString());
    parameters.put(Job.BY, name());
    parameters.put(IngestJob.PUBLISH, Boolean.toString(arguments.has("publish")));
    parameters.put(IngestJob.DRY_RUN, Boolean.toString(arguments.has("dry-run")));
    arguments.value("mapping").ifPresent(name -> parameters.put(IngestJob.MAPPING, name));
    arguments.value("encoding").ifPresent(name -> parameters.put(IngestJob.ENCODING, name));
    return parameters;
  }
}
