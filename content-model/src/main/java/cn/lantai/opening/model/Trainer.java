package cn.lantai.opening.model;

import cn.lantai.opening.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.OnePassDataIndexer;
import opennlp.tools.util.ObjectStream;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/**
 * Trains a model: logistic regression (OpenNLP's maximum entropy, L-BFGS with an L2 penalty) in one
 * thread over decisions in a fixed order, so that the same decisions give the same model.
 */
public final class Trainer {

  /** Of fewer decisions for an outcome nothing is learnt of it. */
  public static final int FEWEST = 30;

  /** The newest so many decisions are learnt from; more need memory and change little. */
  public static final int MOST = 4_000;

  private static final int FOLDS = 5;
  private static final int ITERATIONS = 60;

  /** What occurs in fewer decisions is left out. */
  private static final int SHARED_BY = 3;

  /** Told after each of the trainings that make up the whole, so that it can be stopped between. */
  public interface Progress {
    void done(int step, int of);
  }

  @SuppressWarnings("ArrayRecordComponent") // cases are counted, not compared
  private record Case(Outcome decided, String[] features) {}

  private Trainer() {}

  /** What comes of a training; there is no model if there were too few decisions. */
  public record Trained(Quality quality, Optional<OpeningModel> model) {}

  /**
   * @param samples the oldest first
   */
  public static Trained train(List<Sample> samples, Progress progress) {
    Map<Outcome, Integer> decisions = new EnumMap<>(Outcome.class);
    samples.forEach(sample -> decisions.merge(sample.decided(), 1, Integer::sum));
    Map<Outcome, Integer> known = new EnumMap<>(decisions);
    known.values().removeIf(count -> count < FEWEST);
    if (known.size() < 2) {
      return new Trained(new Quality(decisions, Map.of(), 0, 0), Optional.empty());
    }
    Map<String, String> same = new HashMap<>();
    List<Case> cases =
        samples.stream()
            .filter(sample -> known.containsKey(sample.decided()))
            .map(sample -> new Case(sample.decided(), shared(Features.of(sample.text()), same)))
            .toList();
    int right = 0;
    for (int fold = 0; fold < FOLDS; fold++) {
      right += heldOut(cases, fold);
      progress.done(fold + 1, FOLDS + 1);
    }
    int commonest = known.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    Quality quality =
        new Quality(
            decisions, known, right / (double) cases.size(), commonest / (double) cases.size());
    OpeningModel model = new OpeningModel(fit(cases), quality);
    progress.done(FOLDS + 1, FOLDS + 1);
    return new Trained(quality, Optional.of(model));
  }

  /** How many of one fold are right by what was learnt from the others. */
  private static int heldOut(List<Case> cases, int fold) {
    List<Case> others = new ArrayList<>();
    List<Case> asked = new ArrayList<>();
    Map<Outcome, Integer> seen = new EnumMap<>(Outcome.class);
    // Every fold has its share of each outcome, in whatever order the decisions were made.
    for (Case each : cases) {
      int number = seen.merge(each.decided(), 1, Integer::sum);
      (number % FOLDS == fold ? asked : others).add(each);
    }
    AbstractModel model = fit(others);
    return (int)
        asked.stream()
            .filter(
                each ->
                    model.getBestOutcome(model.eval(each.features())).equals(each.decided().name()))
            .count();
  }

  private static AbstractModel fit(List<Case> cases) {
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, QNTrainer.MAXENT_QN_VALUE);
    parameters.put(TrainingParameters.ITERATIONS_PARAM, ITERATIONS);
    parameters.put(TrainingParameters.CUTOFF_PARAM, SHARED_BY);
    parameters.put(QNTrainer.THREADS_PARAM, 1);
    QNTrainer trainer = new QNTrainer();
    trainer.init(parameters, new HashMap<>());
    try (ObjectStream<Event> events =
        ObjectStreamUtils.createObjectStream(
            cases.stream()
                .map(each -> new Event(each.decided().name(), each.features()))
                .toList())) {
      OnePassDataIndexer indexer = new OnePassDataIndexer();
      indexer.init(parameters, new HashMap<>());
      indexer.index(events);
      return trainer.doTrain(indexer);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** One object for equal words, of which many decisions have many. */
  private static String[] shared(String[] features, Map<String, String> same) {
    for (int i = 0; i < features.length; i++) {
      String known = same.putIfAbsent(features[i], features[i]);
      features[i] = known == null ? features[i] : known;
    }
    return features;
  }
}
