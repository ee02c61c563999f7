package cn.lantai.server.workbench;

import cn.lantai.server.imports.ImportState;
import cn.lantai.server.imports.Outcome;
import cn.lantai.server.imports.ReportFolder;
import cn.lantai.server.render.Language;
import cn.lantai.server.site.view.ImportCard;
import cn.lantai.server.site.view.ImportView;
import cn.lantai.server.site.view.JobPhase;
import cn.lantai.server.site.view.Text;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** An import as its pages show it, in the reader's language. */
final class ImportWording {

  private static final int PROBLEMS_SHOWN = 200;

  private final Language language;

  ImportWording(Language language) {
    this.language = language;
  }

  static String href(ImportState state) {
    return "/workbench/imports/" + state.id();
  }

  ImportCard card(ImportState state) {
    return new ImportCard(
        href(state),
        state.files(),
        state.options().dryRun(),
        phase(state),
        state.by(),
        state.job().done(),
        state.job().total(),
        state.job().createdAt(),
        state.job().finishedAt(),
        state.outcome().map(ImportWording::counts));
  }

  private static JobPhase phase(ImportState state) {
    return JobPhase.valueOf(state.job().phase().name());
  }

  private static ImportCard.Counts counts(Outcome outcome) {
    return new ImportCard.Counts(
        outcome.read(),
        outcome.created(),
        outcome.updated(),
        outcome.unchanged(),
        outcome.rejected(),
        outcome.errors(),
        outcome.warnings());
  }

  ImportView view(ImportState state) {
    List<ImportView.Problem> problems =
        state.report().first(PROBLEMS_SHOWN).stream().map(this::problem).toList();
    boolean done = phase(state) == JobPhase.DONE;
    return new ImportView(
        card(state),
        Math.round(state.speed()),
        state.timeLeft().map(ImportWording::clock),
        Optional.of(Text.zh(state.job().message())).filter(text -> !done && !text.isEmpty()),
        problems,
        state
            .outcome()
            .map(outcome -> outcome.errors() + outcome.warnings())
            .orElse((long) problems.size()),
        downloads(state),
        done && state.options().dryRun() && state.repeatable(),
        Optional.of(href(state) + "/columns")
            .filter(page -> !state.job().isPending() && state.repeatable())
            .filter(page -> state.report().hasColumns()));
  }

  private ImportView.Problem problem(ReportFolder.Line line) {
    boolean english = language == Language.EN;
    return new ImportView.Problem(
        line.isError(),
        line.file(),
        line.row(),
        line.column(),
        line.value(),
        text(english, line.reasonEn(), line.reasonZh()),
        text(english, line.remedyEn(), line.remedyZh()));
  }

  private static Text text(boolean english, String en, String zh) {
    return english && !en.isEmpty() ? Text.en(en) : Text.zh(zh);
  }

  private static ImportView.Downloads downloads(ImportState state) {
    ReportFolder report = state.report();
    String address = "/api/imports/" + state.id();
    return new ImportView.Downloads(
        report.problems().map(file -> address + "/report.csv"),
        report.rejected().isEmpty() ? Optional.empty() : Optional.of(address + "/rejected"),
        report.mapping().map(file -> address + "/mapping.csv"));
  }

  private static String clock(Duration time) {
    return "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
  }
}
