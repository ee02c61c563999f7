package cn.lantai.server.opening;

import cn.lantai.entity.LocalizedText;
import cn.lantai.opening.model.Quality;
import cn.lantai.server.runtime.JobContext;
import cn.lantai.server.runtime.JobKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;

/** Trains the model of one archive. */
@ApplicationScoped
public class TrainingJob implements JobKind {

  static final String NAME = "opening-training";
  static final String ARCHIVE = "archive";

  @Inject OpeningModels models;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public LocalizedText title() {
    return LocalizedText.of("训练开放审核模型", "Train the model of opening reviews");
  }

  @Override
  public void run(JobContext context) throws IOException {
    Quality quality =
        models.train(
            context.parameters().get(ARCHIVE), (step, of) -> context.progress(step, of, ""));
    context.progress(
        quality.trained(),
        quality.trained(),
        quality.isEnough()
            ? "依据 %d 次审核，留出检验的正确率 %.0f%%\nFrom %d reviews, right in %.0f%% of those held out"
                .formatted(
                    quality.trained(),
                    quality.accuracy() * 100,
                    quality.trained(),
                    quality.accuracy() * 100)
            : "以往的审核太少，不作建议\nToo few reviews so far: it proposes nothing");
  }
}
