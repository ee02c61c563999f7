package cn.lantai.server.opening;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.opening.OpeningCount;
import cn.lantai.opening.Openings;
import cn.lantai.opening.Outcome;
import cn.lantai.opening.model.Quality;
import cn.lantai.search.DueList;
import cn.lantai.search.Summary;
import cn.lantai.server.render.Language;
import cn.lantai.server.rights.NotAllowedException;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.runtime.Job;
import cn.lantai.server.runtime.Jobs;
import cn.lantai.server.security.Visitor;
import cn.lantai.server.site.view.OpeningStatisticsView;
import cn.lantai.server.site.view.OpeningStatisticsView.Model;
import cn.lantai.server.site.view.OpeningStatisticsView.Row;
import cn.lantai.server.site.view.Text;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How opening reviews go, within the reader's reach. */
@RequestScoped
public class OpeningStatistics {

  @Inject OpeningDesk desk;
  @Inject OpeningModels models;
  @Inject Openings openings;
  @Inject Jobs jobs;
  @Inject Visitor visitor;

  /** Counts of one fonds and year; year 0 if nobody knows. */
  private static final class Counts {
    private long waiting;
    private long reviewed;
    private long proposedOpen;
    private long decidedOpen;

    void add(OpeningCount count) {
      reviewed += count.count();
      proposedOpen += count.proposed() == Outcome.OPEN ? count.count() : 0;
      decidedOpen += count.decided() == Outcome.OPEN ? count.count() : 0;
    }

    void add(Counts other) {
      waiting += other.waiting;
      reviewed += other.reviewed;
      proposedOpen += other.proposedOpen;
      decidedOpen += other.decidedOpen;
    }

    Row row(Optional<Text> fonds, int year) {
      return new Row(
          fonds,
          year == 0 ? "" : Integer.toString(year),
          waiting + reviewed,
          reviewed,
          proposedOpen,
          decidedOpen,
          reviewed == 0 ? "" : Long.toString(Math.round(100.0 * decidedOpen / reviewed)));
    }
  }

  OpeningStatisticsView view(Language language) {
    List<Summary> fonds = desk.fonds();
    Set<String> within = fonds.stream().map(each -> each.iri().key()).collect(Collectors.toSet());
    Map<String, Map<Integer, Counts>> all = new TreeMap<>();
    DueList due = desk.due(OpeningDesk.Show.DUE, Optional.empty(), OptionalInt.empty(), 0, 0);
    due.due()
        .forEach(
            (set, years) ->
                years.forEach((year, count) -> at(all, set.key(), year).waiting += count));
    due.undated().forEach((set, count) -> at(all, set.key(), 0).waiting += count);
    openings.counts().stream()
        .filter(count -> within.contains(count.fonds()))
        .forEach(count -> at(all, count.fonds(), count.due()).add(count));
    Counts total = new Counts();
    List<Row> rows = new ArrayList<>();
    for (Summary each : fonds) {
      all.getOrDefault(each.iri().key(), Map.of())
          .forEach(
              (year, counts) -> {
                total.add(counts);
                rows.add(counts.row(Optional.of(Words.text(each.title(), language)), year));
              });
    }
    return new OpeningStatisticsView(total.row(Optional.empty(), 0), rows, models(language));
  }

  private static Counts at(Map<String, Map<Integer, Counts>> all, String fonds, int year) {
    return all.computeIfAbsent(fonds, key -> new TreeMap<>())
        .computeIfAbsent(year, key -> new Counts());
  }

  private List<Model> models(Language language) {
    Map<String, EntityIri> archives = desk.archives();
    Map<EntityIri, Summary> names = desk.index().summaries(archives.values());
    Set<String> running =
        jobs.pendingOf(TrainingJob.NAME).stream()
            .map(Job::parameters)
            .map(parameters -> parameters.getOrDefault(TrainingJob.ARCHIVE, ""))
            .collect(Collectors.toSet());
    List<Model> all = new ArrayList<>();
    archives.forEach(
        (key, iri) -> {
          Optional<Quality> quality = models.quality(key);
          all.add(
              new Model(
                  key,
                  Optional.ofNullable(names.get(iri))
                      .map(Summary::title)
                      .map(title -> Words.text(title, language))
                      .orElse(Words.text(LocalizedText.of(key), language)),
                  quality.isPresent(),
                  quality.map(Quality::isEnough).orElse(false),
                  counts(quality),
                  percent(quality.map(Quality::accuracy)),
                  percent(quality.map(Quality::baseline)),
                  running.contains(key),
                  mayTrain(iri)));
        });
    return all;
  }

  private static List<Integer> counts(Optional<Quality> quality) {
    Map<Outcome, Integer> decisions = quality.map(Quality::decisions).orElse(Map.of());
    List<Integer> counts = new ArrayList<>();
    for (Outcome outcome : Outcome.values()) {
      counts.add(decisions.getOrDefault(outcome, 0));
    }
    return counts;
  }

  private static int percent(Optional<Double> share) {
    return (int) Math.round(share.orElse(0.0) * 100);
  }

  boolean mayTrain(EntityIri archive) {
    return archive.type() == EntityType.ORGANISATION
        && visitor.rights().mayWithin(Permission.REVIEW, archive);
  }

  /** Has the archive's model trained, unless that is under way. */
  void train(String key) {
    EntityIri archive = desk.archive(key);
    if (!mayTrain(archive)) {
      visitor.rights().require(Permission.REVIEW, archive);
      throw new NotAllowedException();
    }
    boolean running =
        jobs.pendingOf(TrainingJob.NAME).stream()
            .anyMatch(job -> key.equals(job.parameters().get(TrainingJob.ARCHIVE)));
    if (!running) {
      jobs.enqueue(TrainingJob.NAME, Map.of(TrainingJob.ARCHIVE, key));
    }
  }
}
