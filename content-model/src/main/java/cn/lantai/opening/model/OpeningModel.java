package cn.lantai.opening.model;

import cn.lantai.entity.LocalizedText;
import cn.lantai.opening.Finding;
import cn.lantai.opening.Opinion;
import cn.lantai.opening.Outcome;
import cn.lantai.opening.Passage;
import cn.lantai.opening.RecordText;
import cn.lantai.search.WordFinder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;

/** What was learnt from an archive's decisions. Safe for use by many threads. */
public final class OpeningModel {

  private static final String NAME = "model";
  private static final int MOST_WORDS = 10;
  private static final int MOST_PLACES = 40;

  private final AbstractModel model;
  private final Quality quality;
  private final Map<String, Context> weights;

  @SuppressWarnings("unchecked") // the library says so of the second of its structures
  OpeningModel(AbstractModel model, Quality quality) {
    this.model = model;
    this.quality = quality;
    this.weights = (Map<String, Context>) model.getDataStructures()[1];
  }

  public Quality quality() {
    return quality;
  }

  AbstractModel learnt() {
    return model;
  }

  /** What it makes of a record, and which words count most for that. */
  public Opinion of(RecordText text) {
    String[] features = Features.of(text);
    double[] shares = model.eval(features);
    Map<Outcome, Double> byOutcome = new EnumMap<>(Outcome.class);
    for (int i = 0; i < shares.length; i++) {
      byOutcome.put(Outcome.valueOf(model.getOutcome(i)), shares[i]);
    }
    Opinion opinion = new Opinion(byOutcome, List.of(), quality.trained());
    return opinion.likeliest() == Outcome.OPEN
        ? opinion
        : new Opinion(byOutcome, words(text, features, opinion.likeliest()), quality.trained());
  }

  private List<Finding> words(RecordText text, String[] features, Outcome outcome) {
    Set<String> heaviest =
        Arrays.stream(features)
            .filter(feature -> weight(feature, outcome) > 0)
            .sorted(
                Comparator.comparingDouble((String feature) -> -weight(feature, outcome))
                    .thenComparing(feature -> feature))
            .limit(MOST_WORDS)
            .collect(Collectors.toSet());
    List<Finding> findings = new ArrayList<>();
    for (Passage passage : text.passages()) {
      int start = -1;
      int end = -1;
      for (WordFinder.Place word : WordFinder.pairs(passage.text())) {
        if (heaviest.contains(word.word())) {
          if (start >= 0 && word.start() > end) {
            findings.add(finding(passage, start, end, outcome));
            start = -1;
          }
          start = start < 0 ? word.start() : start;
          end = Math.max(end, word.end());
        }
      }
      if (start >= 0) {
        findings.add(finding(passage, start, end, outcome));
      }
    }
    return findings.subList(0, Math.min(findings.size(), MOST_PLACES));
  }

  /** How much more it speaks for this outcome than for the others. */
  private double weight(String feature, Outcome outcome) {
    Context context = weights.get(feature);
    if (context == null) {
      return 0;
    }
    double own = 0;
    double others = 0;
    for (int i = 0; i < context.getOutcomes().length; i++) {
      if (model.getOutcome(context.getOutcomes()[i]).equals(outcome.name())) {
        own = context.getParameters()[i];
      } else {
        others += context.getParameters()[i];
      }
    }
    return own - others / Math.max(1, model.getNumOutcomes() - 1);
  }

  private Finding finding(Passage passage, int start, int end, Outcome outcome) {
    LocalizedText reason =
        outcome == Outcome.CONTROL
            ? LocalizedText.of(
                "模型：这些字词在本馆以往控制的档案中多见",
                "The model: these words are frequent in what this archive has kept under control")
            : LocalizedText.of(
                "模型：这些字词在本馆以往延期的档案中多见",
                "The model: these words are frequent in what this archive has delayed");
    return Finding.at(Finding.Spot.of(passage, start, end), NAME, reason, outcome, 1);
  }
}
