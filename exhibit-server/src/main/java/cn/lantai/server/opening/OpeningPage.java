package cn.lantai.server.opening;

import cn.lantai.access.AccessState;
import cn.lantai.archive.ArchivalRecord;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.LocalizedText;
import cn.lantai.journal.Journal;
import cn.lantai.media.PageImage;
import cn.lantai.ontology.DescriptionProfile;
import cn.lantai.opening.Act;
import cn.lantai.opening.Finding;
import cn.lantai.opening.Opening;
import cn.lantai.opening.OpeningStep;
import cn.lantai.opening.Openings;
import cn.lantai.opening.Outcome;
import cn.lantai.opening.Proposal;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.render.Language;
import cn.lantai.server.security.Visitor;
import cn.lantai.server.site.view.OpeningView;
import cn.lantai.server.site.view.Text;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What the page of one record shows, in the reader's language. */
@RequestScoped
public class OpeningPage {

  private static final int MOST_IMAGES = 60;
  private static final int MOST_PAST = 20;
  private static final int NO_YEAR = 0;

  @Inject OpeningDesk desk;
  @Inject Openings openings;
  @Inject Journal journal;
  @Inject Visitor visitor;

  OpeningView view(Seen seen, Language language) {
    EntityIri iri = seen.text().record();
    ArchivalRecord record = ArchivalRecord.of(seen.graph());
    Proposal proposal = seen.proposal();
    Map<Finding, Integer> numbers = new HashMap<>();
    List<OpeningView.Reason> reasons = reasons(proposal.findings(), numbers, language);
    List<Opening> all = openings.of(iri, MOST_PAST);
    Optional<Opening> open = all.stream().filter(each -> each.stand().isOpen()).findFirst();
    boolean waiting = Openings.isWaiting(seen.graph());
    return new OpeningView(
        iri.key(),
        record.code().value(),
        Words.title(record.title(), language),
        record.date().map(date -> Words.date(date, language)),
        Addresses.formPath(iri),
        waiting,
        state(record.access(), language),
        openings.due(seen.graph()),
        seen.mark(),
        seen.text().mark(),
        proposal.outcome(),
        year(proposal.until()),
        proposal.opinion().stream()
            .flatMap(
                opinion ->
                    Arrays.stream(Outcome.values())
                        .map(
                            outcome ->
                                new OpeningView.Share(
                                    outcome, (int) Math.round(opinion.share(outcome) * 100))))
            .toList(),
        proposal.opinion().map(opinion -> opinion.decisions()).orElse(0),
        reasons,
        images(seen, language),
        seen.text().passages().stream()
            .map(
                passage ->
                    new OpeningView.Passage(
                        Words.text(passage.label(), language),
                        MarkedText.pieces(passage, proposal.findings(), numbers)))
            .toList(),
        seen.text().isWhole(),
        open.map(each -> open(each, seen)),
        waiting && open.isEmpty() && desk.maySign(iri),
        all.stream().flatMap(each -> past(each).stream()).toList());
  }

  /** Equal reasons once, however often there is something to be seen. */
  private static List<OpeningView.Reason> reasons(
      List<Finding> findings, Map<Finding, Integer> numbers, Language language) {
    Map<List<Object>, List<Finding>> equal = new LinkedHashMap<>();
    for (Finding finding : findings) {
      equal
          .computeIfAbsent(
              List.of(finding.rule(), finding.reason(), finding.towards(), finding.link()),
              key -> new ArrayList<>())
          .add(finding);
    }
    List<OpeningView.Reason> reasons = new ArrayList<>();
    for (List<Finding> each : equal.values()) {
      int number = reasons.size() + 1;
      each.forEach(finding -> numbers.put(finding, number));
      Finding first = each.get(0);
      reasons.add(
          new OpeningView.Reason(
              number,
              Words.text(first.reason(), language),
              first.towards(),
              (int) each.stream().filter(finding -> finding.spot().isPresent()).count(),
              first.link().map(Addresses::formPath)));
    }
    return reasons;
  }

  private List<OpeningView.Image> images(Seen seen, Language language) {
    return seen.text().images().stream()
        .limit(MOST_IMAGES)
        .flatMap(
            image ->
                journal
                    .current(image)
                    .map(PageImage::of)
                    .map(
                        page ->
                            new OpeningView.Image(
                                page.content()
                                    .filter(content -> visitor.rights().maySeeOriginal(image))
                                    .map(
                                        content ->
                                            Addresses.originalPath(image)
                                                + "/full/!480,480/0/default.jpg"),
                                Words.text(page.label(), language),
                                Addresses.formPath(image)))
                    .stream())
        .toList();
  }

  private OpeningView.Open open(Opening opening, Seen seen) {
    OpeningStep signature = opening.signature();
    return new OpeningView.Open(
        opening.id(),
        opening.steps().size(),
        signature.agent(),
        signature.at(),
        opening.ruling().outcome(),
        year(opening.ruling().until()),
        opening.ruling().ground(),
        signature.reason(),
        opening.proposal().outcome(),
        !signature.mark().equals(seen.text().mark()),
        signature.agent().equals(visitor.name()),
        desk.may(Act.AGREE, opening),
        desk.may(Act.RETRACT, opening));
  }

  private static List<OpeningView.Past> past(Opening opening) {
    int broken = opening.firstBroken().orElse(Integer.MAX_VALUE);
    return opening.steps().stream()
        .map(
            step ->
                new OpeningView.Past(
                    opening.id(),
                    step.act(),
                    step.agent(),
                    step.at(),
                    step.ruling().map(ruling -> ruling.outcome()),
                    step.ruling().flatMap(ruling -> year(ruling.until())),
                    step.reason(),
                    step.hash(),
                    step.number() >= broken))
        .toList();
  }

  static Text state(AccessState state, Language language) {
    return DescriptionProfile.get().element("access").choices().stream()
        .filter(choice -> choice.slug().equals(state.slug()))
        .map(choice -> LocalizedText.of(choice.label("zh"), choice.label("en")))
        .map(label -> Words.text(label, language))
        .findFirst()
        .orElseThrow();
  }

  private static Optional<String> year(OptionalInt year) {
    return year.isPresent() && year.getAsInt() != NO_YEAR
        ? Optional.of(Integer.toString(year.getAsInt()))
        : Optional.empty();
  }
}
