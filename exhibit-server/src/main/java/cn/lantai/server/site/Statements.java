package cn.lantai.server.site;

import cn.lantai.agent.Agent;
import cn.lantai.date.EdtfDate;
import cn.lantai.date.HistoricalDate;
import cn.lantai.evidence.Relation;
import cn.lantai.name.Name;
import cn.lantai.name.NameKind;
import cn.lantai.server.site.view.LifeEvent;
import cn.lantai.server.site.view.NameLine;
import cn.lantai.server.site.view.RelationLine;
import cn.lantai.server.site.view.Text;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Names, relations and facts of whatever is described, each with its date and what it stands on.
 */
final class Statements {

  private final Wording words;
  private final Cards cards;
  private final Notes notes;

  Statements(Wording words, Cards cards, Notes notes) {
    this.words = words;
    this.cards = cards;
    this.notes = notes;
  }

  List<NameLine> names(Collection<Name> names) {
    return names.stream()
        .filter(name -> name.kind() != NameKind.PINYIN)
        .map(
            name ->
                new NameLine(
                    Text.of(language(name.kind()), name.text()),
                    name.designation()
                        .filter(designation -> words.isChinese())
                        .map(Text::zh)
                        .orElseGet(() -> words.term(name.kind().slug())),
                    name.date().map(words::date),
                    notes.footing(name.grounds())))
        .toList();
  }

  private static String language(NameKind kind) {
    return switch (kind) {
      case TRADITIONAL -> "zh-Hant";
      case FOREIGN -> "und";
      default -> "zh-Hans";
    };
  }

  /** Those to what is public. */
  List<RelationLine> relations(Collection<Relation> relations) {
    return relations.stream().flatMap(relation -> relation(relation).stream()).toList();
  }

  private Optional<RelationLine> relation(Relation relation) {
    return cards
        .link(relation.other())
        .map(
            link ->
                new RelationLine(
                    relation
                        .words()
                        .map(words::text)
                        .filter(said -> words.isChinese() || !said.isChinese())
                        .orElseGet(() -> words.term(relation.kind().slug())),
                    link,
                    relation.date().map(words::date),
                    notes.footing(relation.grounds())));
  }

  List<LifeEvent> chronology(Agent agent) {
    return agent.facts().stream().map(fact -> lifeEvent(fact, agent)).toList();
  }

  private LifeEvent lifeEvent(Agent.Fact fact, Agent agent) {
    Optional<EdtfDate> date = fact.date().flatMap(HistoricalDate::edtf);
    return new LifeEvent(
        date.map(value -> words.own(words.years(value)))
            .orElseGet(() -> words.own("不详", "undated")),
        date.filter(value -> value.value().length() > 4 && !value.value().contains("/"))
            .map(words::date),
        date.flatMap(value -> age(agent, value)),
        List.of(words.text(fact.text())),
        notes.footing(fact.grounds()),
        Optional.empty());
  }

  /** In full years, where both dates are exact enough for it to be certain within a year. */
  private static Optional<Integer> age(Agent agent, EdtfDate date) {
    Optional<LocalDate> born =
        agent.begin().flatMap(HistoricalDate::edtf).flatMap(EdtfDate::earliest);
    return born.flatMap(
        birth ->
            date.earliest()
                .filter(day -> !day.isBefore(birth))
                .map(day -> Period.between(birth, day).getYears())
                .filter(years -> years < 110));
  }
}
