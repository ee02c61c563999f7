package cn.lantai.server.opening;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.opening.model.Quality;
import cn.lantai.search.Summary;
import cn.lantai.server.rights.NotAllowedException;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.runtime.Job;
import cn.lantai.server.runtime.Jobs;
import cn.lantai.server.security.Visitor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The models of the archives within reach of who asks, and having them trained. */
@RequestScoped
public class OpeningTraining {

  @Inject OpeningDesk desk;
  @Inject OpeningModels models;
  @Inject Jobs jobs;
  @Inject Visitor visitor;

  /**
   * How the model of an archive stands.
   *
   * @param archive its key
   * @param name empty if the search does not know the archive
   * @param quality empty if none was trained
   * @param running whether it is being trained, or is to be
   * @param mayTrain whether who asks may have it trained
   */
  record Model(
      String archive,
      Optional<Summary> name,
      Optional<Quality> quality,
      boolean running,
      boolean mayTrain) {}

  /** One for each archive, by its key. */
  List<Model> models() {
    Map<String, EntityIri> archives = desk.archives();
    Map<EntityIri, Summary> names = desk.index().summaries(archives.values());
    Set<String> running = running();
    return archives.entrySet().stream()
        .map(
            each ->
                new Model(
                    each.getKey(),
                    Optional.ofNullable(names.get(each.getValue())),
                    models.quality(each.getKey()),
                    running.contains(each.getKey()),
                    mayTrain(each.getValue())))
        .toList();
  }

  /** A problem with status 404 if there is no such archive within reach. */
  Model model(String archive) {
    return models().stream()
        .filter(model -> model.archive().equals(archive))
        .findFirst()
        .orElseThrow(OpeningProblems::unknownArchive);
  }

  /** Has the archive's model trained, unless that is under way. */
  void train(String key) {
    EntityIri archive = desk.archive(key);
    if (!mayTrain(archive)) {
      visitor.rights().require(Permission.REVIEW, archive);
      throw new NotAllowedException();
    }
    if (!running().contains(key)) {
      jobs.enqueue(TrainingJob.NAME, Map.of(TrainingJob.ARCHIVE, key));
    }
  }

  private boolean mayTrain(EntityIri archive) {
    return archive.type() == EntityType.ORGANISATION
        && visitor.rights().mayWithin(Permission.REVIEW, archive);
  }

  /** The keys of the archives whose training waits or runs. */
  private Set<String> running() {
    return jobs.pendingOf(TrainingJob.NAME).stream()
        .map(Job::parameters)
        .map(parameters -> parameters.getOrDefault(TrainingJob.ARCHIVE, ""))
        .collect(Collectors.toSet());
  }
}
