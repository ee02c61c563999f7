package cn.lantai.server.opening;

import cn.lantai.entity.EntityIri;
import cn.lantai.opening.Opening;
import cn.lantai.opening.Openings;
import cn.lantai.opening.Opinion;
import cn.lantai.opening.RecordText;
import cn.lantai.opening.model.ModelFile;
import cn.lantai.opening.model.OpeningModel;
import cn.lantai.opening.model.Quality;
import cn.lantai.opening.model.Sample;
import cn.lantai.opening.model.Trainer;
import cn.lantai.server.runtime.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The model of each archive, from a file that can be thrown away: it is made again of the decisions
 * in the database.
 */
@ApplicationScoped
public class OpeningModels {

  private static final Logger LOG = LoggerFactory.getLogger(OpeningModels.class);
  private static final int AT_ONCE = 200;

  @Inject Settings settings;
  @Inject Openings openings;

  private final Map<String, Optional<Trainer.Trained>> known = new ConcurrentHashMap<>();

  /** What the archive's model makes of a record; empty if there is none. */
  Optional<Opinion> opinion(String archive, RecordText text) {
    return trained(archive).flatMap(Trainer.Trained::model).map(model -> model.of(text));
  }

  /** On what the archive's model rests; empty if none was trained. */
  Optional<Quality> quality(String archive) {
    return trained(archive).map(Trainer.Trained::quality);
  }

  private Optional<Trainer.Trained> trained(String archive) {
    return archive.isEmpty() ? Optional.empty() : known.computeIfAbsent(archive, this::read);
  }

  private Optional<Trainer.Trained> read(String archive) {
    try {
      return ModelFile.read(file(archive));
    } catch (IOException | RuntimeException unreadable) {
      LOG.warn("The model of {} cannot be read; it has to be trained anew", archive, unreadable);
      return Optional.empty();
    }
  }

  private Path file(String archive) {
    return settings.data().resolve("openings").resolve(archive + ".model");
  }

  /** Trains the archive's model anew, of the newest decision on each record. */
  Quality train(String archive, Trainer.Progress progress) throws IOException {
    Map<EntityIri, Opening> newest = new LinkedHashMap<>();
    long after = 0;
    for (List<Opening> some = decided(archive, after);
        !some.isEmpty();
        some = decided(archive, after)) {
      for (Opening each : some) {
        newest.remove(each.record());
        newest.put(each.record(), each);
        if (newest.size() > Trainer.MOST) {
          newest.remove(newest.keySet().iterator().next());
        }
      }
      after = some.get(some.size() - 1).id();
    }
    List<Sample> samples = new ArrayList<>();
    for (Opening each : newest.values()) {
      openings
          .text(each.record())
          .ifPresent(text -> samples.add(new Sample(each.ruling().outcome(), text)));
    }
    Trainer.Trained trained = Trainer.train(samples, progress);
    ModelFile.write(trained, file(archive));
    known.put(archive, Optional.of(trained));
    LOG.info(
        "Learnt of {} opening reviews of {}: {}",
        samples.size(),
        archive,
        trained.model().map(OpeningModel::quality));
    return trained.quality();
  }

  private List<Opening> decided(String archive, long after) {
    return openings.decided(archive, Optional.empty(), after, AT_ONCE);
  }
}
