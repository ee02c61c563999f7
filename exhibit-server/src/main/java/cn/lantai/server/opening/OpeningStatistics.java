package cn.lantai.server.opening;

import cn.lantai.entity.LocalizedText;
import cn.lantai.opening.Outcome;
import cn.lantai.opening.model.Quality;
import cn.lantai.search.Summary;
import cn.lantai.server.opening.OpeningCounts.Counts;
import cn.lantai.server.opening.OpeningCounts.Line;
import cn.lantai.server.render.Language;
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

/** How opening reviews go, in the reader's language. */
@RequestScoped
public class OpeningStatistics {

  @Inject OpeningCounts counts;
  @Inject OpeningTraining training;

  OpeningStatisticsView view(Language language) {
    List<Line> lines = counts.lines();
    return new OpeningStatisticsView(
        row(Optional.empty(), OpeningCounts.total(lines)),
        lines.stream()
            .map(
                line -> row(Optional.of(Words.text(line.fonds().title(), language)), line.counts()))
            .toList(),
        training.models().stream().map(model -> model(model, language)).toList());
  }

  private static Row row(Optional<Text> fonds, Counts counts) {
    return new Row(
        fonds,
        counts.year() == 0 ? "" : Integer.toString(counts.year()),
        counts.due(),
        counts.reviewed(),
        counts.proposedOpen(),
        counts.decidedOpen(),
        counts.share().isPresent() ? Long.toString(counts.share().getAsLong()) : "");
  }

  private static Model model(OpeningTraining.Model model, Language language) {
    Optional<Quality> quality = model.quality();
    return new Model(
        model.archive(),
        Words.text(
            model.name().map(Summary::title).orElse(LocalizedText.of(model.archive())), language),
        quality.isPresent(),
        quality.map(Quality::isEnough).orElse(false),
        counts(quality),
        percent(quality.map(Quality::accuracy)),
        percent(quality.map(Quality::baseline)),
        model.running(),
        model.mayTrain());
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
}
