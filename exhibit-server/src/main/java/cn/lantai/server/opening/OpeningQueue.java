package cn.lantai.server.opening;

import cn.lantai.access.AccessState;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.opening.Opening;
import cn.lantai.opening.Openings;
import cn.lantai.opening.Outcome;
import cn.lantai.search.DueList;
import cn.lantai.search.Summary;
import cn.lantai.server.opening.OpeningDesk.Show;
import cn.lantai.server.render.Language;
import cn.lantai.server.site.view.OpeningsView;
import cn.lantai.server.site.view.OpeningsView.Choice;
import cn.lantai.server.site.view.Text;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** What the queue shows, in the reader's language. */
@RequestScoped
public class OpeningQueue {

  static final int ON_A_PAGE = 25;

  @Inject OpeningDesk desk;
  @Inject Openings openings;

  /**
   * @param before for what waits for the second signature: the number below which it is shown
   * @param page counted from 1
   * @param signed how many were just signed together
   */
  OpeningsView view(
      Show show,
      Optional<EntityIri> fonds,
      OptionalInt year,
      int page,
      long before,
      int signed,
      Language language) {
    int first = (page - 1) * ON_A_PAGE;
    DueList due = desk.due(show, fonds, year, first, show == Show.SIGNED ? 0 : ON_A_PAGE);
    List<OpeningsView.Row> rows = show == Show.SIGNED ? List.of() : rows(due.records(), language);
    Optional<String> next =
        first + ON_A_PAGE < due.total() && show != Show.SIGNED
            ? Optional.of(address(show, fonds, year) + "&page=" + (page + 1))
            : Optional.empty();
    if (show == Show.SIGNED) {
      List<Opening> waiting = desk.signed(before, ON_A_PAGE);
      rows = signed(waiting, language);
      next =
          waiting.size() < ON_A_PAGE
              ? Optional.empty()
              : Optional.of(
                  address(show, Optional.empty(), OptionalInt.empty())
                      + "&before="
                      + waiting.get(waiting.size() - 1).id());
    }
    return new OpeningsView(
        show.name().toLowerCase(Locale.ROOT),
        openings.years(),
        sum(due.due().values().stream().flatMap(years -> years.values().stream()).toList()),
        sum(due.undated().values()),
        fonds(show, due, language),
        years(fonds, due),
        fonds.map(EntityIri::key).orElse(""),
        year.isPresent() ? Integer.toString(year.getAsInt()) : "",
        show == Show.SIGNED ? rows.size() : due.total(),
        rows,
        rows.stream().anyMatch(row -> row.value().isPresent()),
        signed,
        page > 1
            ? Optional.of(address(show, fonds, year) + "&page=" + (page - 1))
            : Optional.empty(),
        next);
  }

  private static String address(Show show, Optional<EntityIri> fonds, OptionalInt year) {
    return "/workbench/openings?show="
        + show.name().toLowerCase(Locale.ROOT)
        + fonds.map(set -> "&fonds=" + set.key()).orElse("")
        + (year.isPresent() ? "&year=" + year.getAsInt() : "");
  }

  private static long sum(Iterable<Long> counts) {
    long sum = 0;
    for (long count : counts) {
      sum += count;
    }
    return sum;
  }

  private List<Choice> fonds(Show show, DueList due, Language language) {
    List<Choice> choices = new ArrayList<>();
    for (Summary fonds : desk.fonds()) {
      long count =
          show == Show.UNDATED
              ? due.undated().getOrDefault(fonds.iri(), 0L)
              : sum(due.due().getOrDefault(fonds.iri(), Map.of()).values());
      if (count > 0) {
        choices.add(new Choice(fonds.iri().key(), Words.text(fonds.title(), language), count));
      }
    }
    return choices;
  }

  private static List<Choice> years(Optional<EntityIri> fonds, DueList due) {
    Map<Integer, Long> years = new TreeMap<>();
    due.due()
        .forEach(
            (set, counts) -> {
              if (fonds.isEmpty() || fonds.get().equals(set)) {
                counts.forEach((year, count) -> years.merge(year, count, Long::sum));
              }
            });
    List<Choice> choices = new ArrayList<>();
    years.forEach(
        (year, count) ->
            choices.add(
                new Choice(Integer.toString(year), Text.of("zxx", Integer.toString(year)), count)));
    return choices;
  }

  private List<OpeningsView.Row> rows(List<Summary> records, Language language) {
    Map<EntityIri, Opening> open = openings.openOf(records.stream().map(Summary::iri).toList());
    List<OpeningsView.Row> rows = new ArrayList<>();
    for (Summary record : records) {
      desk.proposal(record.iri())
          .map(seen -> row(record, seen, Optional.ofNullable(open.get(record.iri())), language))
          .ifPresent(rows::add);
    }
    return rows;
  }

  private OpeningsView.Row row(
      Summary record, Seen seen, Optional<Opening> open, Language language) {
    boolean together =
        seen.proposal().isPlain()
            && open.isEmpty()
            && Openings.isWaiting(seen.graph())
            && desk.maySign(record.iri());
    return new OpeningsView.Row(
        OpeningPages.path(record.iri()),
        record.code().orElse(""),
        Words.title(record.title(), language),
        record.date().map(date -> Words.date(date, language)),
        openings.due(seen.graph()),
        record.terms().contains(AccessState.DELAYED.slug()),
        seen.proposal().outcome(),
        seen.proposal().findings().size(),
        together ? Optional.of(record.iri().key() + ":" + seen.mark()) : Optional.empty(),
        open.map(each -> each.signature().agent()));
  }

  private List<OpeningsView.Row> signed(List<Opening> waiting, Language language) {
    Map<EntityIri, Summary> records =
        desk.index().summaries(waiting.stream().map(Opening::record).toList());
    return waiting.stream()
        .filter(each -> records.containsKey(each.record()))
        .map(each -> signed(each, records.get(each.record()), language))
        .toList();
  }

  private static OpeningsView.Row signed(Opening opening, Summary record, Language language) {
    Outcome outcome = opening.ruling().outcome();
    return new OpeningsView.Row(
        OpeningPages.path(opening.record()),
        record.code().orElse(""),
        Words.title(record.title(), language),
        record.date().map(date -> Words.date(date, language)),
        opening.where().due(),
        record.terms().contains(AccessState.DELAYED.slug()),
        outcome,
        opening.proposal().findings().size(),
        Optional.empty(),
        Optional.of(opening.signature().agent()));
  }

  /** The fonds of this key; empty for none. */
  static Optional<EntityIri> fonds(String key) {
    return EntityIri.isKey(key)
        ? Optional.of(new EntityIri(EntityType.RECORD_SET, key))
        : Optional.empty();
  }
}
